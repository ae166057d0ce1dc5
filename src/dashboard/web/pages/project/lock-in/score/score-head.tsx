// The score in one look: how high, how sure, what it obliges to, and what keeps it up.
import { Badge } from '../../../../pieces/badge';
import { FactList } from '../../../../pieces/fact-list';
import { percent } from '../../../../pieces/numbers';
import { TimeAgo } from '../../../../pieces/time-ago';
import { daysUntil } from '../../../catalogue/catalogue-words';
import { bandWords, daysWords, pointsOf } from '../lock-in-words';
import { MeasureButton } from '../measure-button';
import type { LockIn } from '../use-lock-in';
import { ScoreScale } from './score-scale';
import type { ScoreViewProps } from './score-view';

export function ScoreHead({ status, lockIn }: ScoreViewProps) {
  const band = bandWords(lockIn.band);
  return (
    <section className="card lock-in-head" aria-labelledby="lock-in-score">
      <div className="lock-in-number">
        <h2 id="lock-in-score" className="lock-in-title">
          Lock-in score
        </h2>
        <p className="lock-in-value">
          {pointsOf(lockIn.score)} <span className="faint">of 100</span>
        </p>
        <Badge tone={band.tone}>{band.word}</Badge>
        <p className="muted">
          {lockIn.band === null && 'Too little is known to name a band; treat it like high. '}
          {lockIn.obligation}
        </p>
      </div>
      <div className="stack lock-in-picture">
        <ScoreScale lockIn={lockIn} />
        <FactList facts={factsOf(lockIn, status.forced?.shutdownOn ?? null)} />
        <Floors lockIn={lockIn} />
        <div className="row">
          <MeasureButton projectId={status.id} measuredAt={lockIn.measuredAt} />
          <span className="faint">
            Measured <TimeAgo at={lockIn.measuredAt} />, by itself each day and after what bears on it. Scoring{' '}
            {lockIn.scoringVersion}, weights {lockIn.profileVersion}.
          </span>
        </div>
      </div>
    </section>
  );
}

/** @param shutdownOn the day that the banner above names, from which both count */
function factsOf(lockIn: LockIn, shutdownOn: string | null): readonly (readonly [string, React.ReactNode])[] {
  const { calls } = lockIn;
  // Scores that were kept before the service counted whole days hold parts of one.
  const measuredDays = lockIn.daysToShutdown === null ? null : Math.trunc(lockIn.daysToShutdown);
  const daysToShutdown = shutdownOn === null ? measuredDays : daysUntil(shutdownOn);
  const left =
    daysToShutdown === null
      ? 'no date known'
      : daysToShutdown < 0
        ? `ended ${daysWords(-daysToShutdown)} ago`
        : `in ${daysWords(daysToShutdown)}`;
  return [
    ['Confidence', `${percent(lockIn.confidence, 0)} of the weight stands on facts`],
    [
      'The vendor answers',
      `${percent(lockIn.vendorShare)} of the calls${lockIn.isVendorShareMeasured ? '' : ', by the plan: none were seen yet'}`,
    ],
    ['Shutdown of the model', left],
    ['Leaving the vendor is', barrierWords(lockIn.ledgers.source.barrier)],
    ...(lockIn.sourceClosedAt === null
      ? []
      : ([['Vendor’s ledger closed', <TimeAgo key="closed" at={lockIn.sourceClosedAt} />]] as const)),
    ...(calls === null
      ? []
      : ([
          [
            'Calls read, 30 days',
            `${(calls.window - calls.unread).toLocaleString('en')} of ${calls.window.toLocaleString('en')}`,
          ],
        ] as const)),
  ];
}

function barrierWords(barrier: number | null): string {
  if (barrier === null) {
    return 'not known';
  }
  return `${pointsOf(barrier)} of 100 hard`;
}

/** Floors: whatever the sum says, the score does not fall below them. */
function Floors({ lockIn }: { readonly lockIn: LockIn }) {
  if (lockIn.floors.length === 0) {
    return null;
  }
  return (
    <ul className="lock-in-floors">
      {lockIn.floors.map((floor) => (
        <li key={`${floor.ledger} ${floor.name}`}>
          <Badge tone={floor.blocks ? 'bad' : 'warn'}>
            {floor.blocks ? 'Blocks the next stage' : `At least ${pointsOf(floor.scoreMin)}`}
          </Badge>
          <span>{floor.because}</span>
        </li>
      ))}
    </ul>
  );
}
