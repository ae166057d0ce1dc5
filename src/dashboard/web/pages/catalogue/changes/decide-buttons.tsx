import { useState } from 'react';
import { ConfirmDialog } from '../../../pieces/confirm-dialog';
import { type Refresh, useDecision } from '../use-catalogue';

export interface DecideButtonsProps {
  readonly refresh: Refresh;
  readonly mayDecide: boolean;
}

/** Lets in everything that is clean, or keeps out everything that still waits. */
export function DecideButtons({ refresh, mayDecide }: DecideButtonsProps) {
  const [asked, setAsked] = useState<'approve' | 'reject' | null>(null);
  const clean = refresh.cleanChanges.toLocaleString('en');
  const close = (open: boolean) => !open && setAsked(null);
  return (
    <div className="row">
      <button
        type="button"
        className="button"
        data-kind="primary"
        disabled={!mayDecide || refresh.cleanChanges === 0}
        onClick={() => setAsked('approve')}
      >
        Let {clean} clean in
      </button>
      <button
        type="button"
        className="button"
        data-kind="danger"
        disabled={!mayDecide}
        onClick={() => setAsked('reject')}
      >
        Keep out what waits
      </button>
      {!mayDecide && <span className="faint">For risk owners and administrators.</span>}
      <Dialogs refresh={refresh} asked={asked} close={close} />
    </div>
  );
}

interface DialogsProps {
  readonly refresh: Refresh;
  readonly asked: 'approve' | 'reject' | null;
  readonly close: (open: boolean) => void;
}

function Dialogs({ refresh, asked, close }: DialogsProps) {
  const decide = useDecision(refresh.id);
  const clean = refresh.cleanChanges.toLocaleString('en');
  return (
    <>
      <ConfirmDialog
        open={asked === 'approve'}
        onOpenChange={close}
        title="Let the clean changes in"
        what={
          <p>
            {clean} changes count from now on, for prices, dates and lock-in of every project. What is held stays held.
          </p>
        }
        confirmLabel="Let them in"
        reason={refresh.hold === null ? 'optional' : 'required'}
        onConfirm={(reason) => decide('approve', reason)}
      />
      <ConfirmDialog
        open={asked === 'reject'}
        onOpenChange={close}
        title="Keep out what waits"
        what={<p>Everything of this document that was not decided yet stays out. The document stays on record.</p>}
        confirmLabel="Keep it out"
        isGrave
        reason="required"
        onConfirm={(reason) => decide('reject', reason)}
      />
    </>
  );
}
