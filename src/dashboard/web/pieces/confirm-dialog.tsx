// Asks before something happens: what it will do, a reason where one is needed, a typed word where it is grave. What was
// ordered is shown only once the service has said so.
import { Dialog } from 'radix-ui';
import { useId, useState } from 'react';
import { DialogFrame } from './dialog-frame';
import { ProblemBox } from './problem-box';

export interface ConfirmDialogProps {
  readonly title: string;
  readonly what: React.ReactNode;
  readonly confirmLabel: string;
  readonly isGrave?: boolean;
  /** Has to be typed before the button works. */
  readonly typed?: string;
  readonly reason?: 'required' | 'optional' | 'none';
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  /** Rejects with the service's refusal, which is shown; resolves when it was done. */
  readonly onConfirm: (reason: string) => Promise<unknown>;
}

export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, what, confirmLabel, isGrave = false, typed, reason: asks = 'none', open, onOpenChange } = props;
  const { reason, setReason, word, setWord, state, confirm } = useConfirming(props);
  const isReady = (typed === undefined || word === typed) && (asks !== 'required' || reason.trim() !== '');
  return (
    <Dialog.Root open={open} onOpenChange={onOpenChange}>
      <DialogFrame>
        <Dialog.Title asChild>
          <h2>{title}</h2>
        </Dialog.Title>
        <Dialog.Description asChild>
          <div className="stack-s muted">{what}</div>
        </Dialog.Description>
        {asks !== 'none' && <ReasonField isRequired={asks === 'required'} value={reason} onChange={setReason} />}
        {typed !== undefined && <TypedField typed={typed} value={word} onChange={setWord} />}
        {state.error !== null && <ProblemBox error={state.error} />}
        <div className="actions">
          <Dialog.Close asChild>
            <button type="button" className="button">
              Leave it
            </button>
          </Dialog.Close>
          <button
            type="button"
            className="button"
            data-kind={isGrave ? 'danger' : 'primary'}
            disabled={!isReady || state.busy}
            onClick={() => void confirm()}
          >
            {state.busy ? 'Asking the service…' : confirmLabel}
          </button>
        </div>
      </DialogFrame>
    </Dialog.Root>
  );
}

/** What was typed, and what became of the order; what the service refused keeps what was typed. */
function useConfirming({ onConfirm, onOpenChange }: Pick<ConfirmDialogProps, 'onConfirm' | 'onOpenChange'>) {
  const [reason, setReason] = useState('');
  const [word, setWord] = useState('');
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const confirm = async () => {
    setState({ busy: true, error: null });
    try {
      await onConfirm(reason.trim());
      setState({ busy: false, error: null });
      setReason('');
      setWord('');
      onOpenChange(false);
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return { reason, setReason, word, setWord, state, confirm };
}

interface ReasonFieldProps {
  readonly isRequired: boolean;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function ReasonField({ isRequired, value, onChange }: ReasonFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{isRequired ? 'Reason' : 'Reason (if you like)'}</label>
      <textarea
        id={id}
        className="input"
        value={value}
        maxLength={2000}
        onChange={(event) => onChange(event.target.value)}
      />
      <span className="hint">It stands in the history, under your name.</span>
    </div>
  );
}

interface TypedFieldProps {
  readonly typed: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TypedField({ typed, value, onChange }: TypedFieldProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        Type <code>{typed}</code> to go on
      </label>
      <input
        id={id}
        className="input"
        value={value}
        autoComplete="off"
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
