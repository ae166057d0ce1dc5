// What to mend first, what leaving would cost, which drills were carried out, and what the vendor billed.
import type { ScoreViewProps } from '../score/score-view';
import { DrillsCard } from './drills-card';
import { InvoicesCard } from './invoices-card';
import { LiabilityCard } from './liability-card';
import { RemedyTable } from './remedy-table';

export function RemediesView({ status, lockIn }: ScoreViewProps) {
  return (
    <div className="stack">
      <LiabilityCard projectId={status.id} liability={lockIn.liability} />
      <RemedyTable projectId={status.id} lockIn={lockIn} />
      <DrillsCard projectId={status.id} />
      <InvoicesCard projectId={status.id} />
    </div>
  );
}
