// A dialog that asks for more than a reason. It closes only once the service has done what was asked.
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { DialogFrame } from '../../../pieces/dialog-frame';
import { ProblemBox } from '../../../pieces/problem-box';

export interface FormDialogProps {
  readonly title: string;
  readonly what: React.ReactNode;
  readonly confirmLabel: string;
  readonly isReady: boolean;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Rejects with the service's refusal, which is shown. */
  readonly onConfirm: () => Promise<unknown>;
  readonly children: React.ReactNode;
}

export function FormDialog(props: FormDialogProps) {
  const { title, what, confirmLabel, isReady, open, onOpenChange, onConfirm, children } = props;
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({ busy: false, error: null });
  const confirm = async () => {
    setState({ busy: true, error: null });
    try {
      await onConfirm();
      setState({ busy: false, error: null });
      onOpenChange(false);
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <DialogFrame>
        <Dialog.Title asChild>
          <h2>{title}</h2>
        </Dialog.Title>
        <Dialog.Description asChild>
          <div className="stack-s muted">{what}</div>
        </Dialog.Description>
        <form
          className="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void confirm();
          }}
        >
          {children}
          {state.error !== null && <ProblemBox error={state.error} />}
          <div className="actions">
            <Dialog.Close asChild>
              <button type="button" className="button">
                Leave it
              </button>
            </Dialog.Close>
            <button type="submit" className="button" data-kind="primary" disabled={!isReady || state.busy}>
              {state.busy ? 'Asking the service…' : confirmLabel}
            </button>
          </div>
        </form>
      </DialogFrame>
    </Dialog.Root>
  );
}
