import type { ProjectStatus } from '../../../../api/queries';
import type { LockIn } from '../use-lock-in';
import { ConfidenceCard } from './confidence-card';
import { ContributionsCard } from './contributions-card';
import { HistoryCard } from './history-card';
import { LargestCard } from './largest-card';
import { ScoreHead } from './score-head';

export interface ScoreViewProps {
  readonly status: ProjectStatus;
  readonly lockIn: LockIn;
}

export function ScoreView({ status, lockIn }: ScoreViewProps) {
  const source = lockIn.ledgers.source;
  const target = lockIn.ledgers.target;
  return (
    <div className="stack">
      <ScoreHead status={status} lockIn={lockIn} />
      <HistoryCard projectId={status.id} lockIn={lockIn} />
      <div className="lock-in-ledgers">
        <ContributionsCard
          projectId={status.id}
          title={`Ties to ${status.incumbent.vendor}`}
          note="What binds the task to the closed model."
          ledger={source}
          share={lockIn.vendorShare}
        />
        <ContributionsCard
          projectId={status.id}
          title="Ties of the open model"
          note="What the way out brings along: licence, upkeep, hardware, people."
          ledger={target}
          share={1 - lockIn.vendorShare}
        />
      </div>
      <div className="split">
        <LargestCard projectId={status.id} lockIn={lockIn} />
        <ConfidenceCard projectId={status.id} lockIn={lockIn} />
      </div>
    </div>
  );
}
