import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, taken } from '../../../../api/client';
import { keys } from '../../../../api/queries';
import { ConfirmDialog } from '../../../../pieces/confirm-dialog';
import { ProblemBox } from '../../../../pieces/problem-box';
import { TimeAgo } from '../../../../pieces/time-ago';
import { type Signature, useSignatures } from '../data-queries';
import { useMay } from '../may';
import type { OriginNames } from '../origin-names';

/** Who signed for what, newest first; what was taken back stays in the list. */
export function SignatureList({ projectId, names }: { readonly projectId: string; readonly names: OriginNames }) {
  const signatures = useSignatures(projectId);
  const [taking, setTaking] = useState<string | null>(null);
  if (signatures.isError) {
    return <ProblemBox error={signatures.error} retry={() => void signatures.refetch()} />;
  }
  if (signatures.data === undefined || signatures.data.length === 0) {
    return null;
  }
  return (
    <section className="stack-s" aria-label="Signatures">
      <h3>Signatures</h3>
      <ul className="steps">
        {signatures.data.map((signature) => (
          <SignatureItem
            key={signature.id}
            signature={signature}
            names={names}
            onTakeBack={() => setTaking(signature.id)}
          />
        ))}
      </ul>
      {taking !== null && <TakeBackDialog projectId={projectId} signatureId={taking} close={() => setTaking(null)} />}
    </section>
  );
}

interface SignatureItemProps {
  readonly signature: Signature;
  readonly names: OriginNames;
  readonly onTakeBack: () => void;
}

function SignatureItem({ signature, names, onTakeBack }: SignatureItemProps) {
  const maySign = useMay('sign');
  const { source, by, reason, at, withdrawnBy, withdrawnAt } = signature;
  return (
    <li>
      <div className="stack-s step-words">
        <p>
          <strong>{by}</strong> for {names.within(source)}, <TimeAgo at={at} />
        </p>
        <p className="muted">“{reason}”</p>
        {withdrawnAt !== null && (
          <p className="faint">
            taken back by {withdrawnBy}, <TimeAgo at={withdrawnAt} />
          </p>
        )}
      </div>
      {maySign && withdrawnAt === null && (
        <button type="button" className="button" data-size="small" onClick={onTakeBack}>
          Take back…
        </button>
      )}
    </li>
  );
}

interface TakeBackDialogProps {
  readonly projectId: string;
  readonly signatureId: string;
  readonly close: () => void;
}

function TakeBackDialog({ projectId, signatureId, close }: TakeBackDialogProps) {
  const queries = useQueryClient();
  const takeBack = async () => {
    const path = { projectId, acknowledgementId: signatureId };
    await taken(
      api.POST('/v1/projects/{projectId}/rights-acknowledgements/{acknowledgementId}/withdraw', {
        params: { path },
      } as never),
    );
    await queries.invalidateQueries({ queryKey: keys.project(projectId) });
  };
  return (
    <ConfirmDialog
      title="Take the signature back?"
      what={<p>The source waits for a signature again from the next measurement on. It stays in the list.</p>}
      confirmLabel="Take it back"
      isGrave
      open
      onOpenChange={(isOpen) => !isOpen && close()}
      onConfirm={takeBack}
    />
  );
}
