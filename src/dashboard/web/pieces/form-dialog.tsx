// A form over the page. What the service refuses is shown inside, in its words, and nothing that was typed is lost.
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { DialogFrame } from './dialog-frame';
import { ProblemBox } from './problem-box';

export interface FormDialogProps {
  readonly title: string;
  readonly what: React.ReactNode;
  readonly submitLabel: string;
  readonly isWide?: boolean;
  readonly isGrave?: boolean;
  readonly close: () => void;
  /** Rejects with the service's refusal; resolves when it was done. */
  readonly onSubmit: (form: FormData) => Promise<unknown>;
  readonly children: React.ReactNode;
}

export function FormDialog(props: FormDialogProps) {
  const { title, what, submitLabel, isWide = false, isGrave = false, close, onSubmit, children } = props;
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const submit = async (form: FormData) => {
    setState({ busy: true, error: null });
    try {
      await onSubmit(form);
      close();
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <DialogFrame className={isWide ? 'dialog dialog-wide' : 'dialog'}>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void submit(new FormData(event.currentTarget));
          }}
        >
          <Dialog.Title asChild>
            <h2>{title}</h2>
          </Dialog.Title>
          <Dialog.Description asChild>
            <div className="stack-s muted">{what}</div>
          </Dialog.Description>
          {children}
          {state.error !== null && <ProblemBox error={state.error} />}
          <div className="actions">
            <Dialog.Close asChild>
              <button type="button" className="button">
                Leave it
              </button>
            </Dialog.Close>
            <button type="submit" className="button" data-kind={isGrave ? 'danger' : 'primary'} disabled={state.busy}>
              {state.busy ? 'Asking the service…' : submitLabel}
            </button>
          </div>
        </form>
      </DialogFrame>
    </Dialog.Root>
  );
}
