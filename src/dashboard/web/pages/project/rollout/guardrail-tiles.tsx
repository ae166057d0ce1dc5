// One tile for each guardrail: what was measured, against which bound, from how many calls, and what follows. That it
// cannot be told yet is an answer too.
import type { Schemas } from '../../../api/client';
import { OutcomeBadge } from '../../../pieces/badge';
import { nameOf } from '../../../pieces/criterion-words';
import { count, milliseconds, percent } from '../../../pieces/numbers';
import { TimeAgo } from '../../../pieces/time-ago';
import type { Evidence } from '../use-evidence';
import { TrendPicture } from './trend-picture';

export interface GuardrailReading {
  readonly id: string;
  readonly outcome: string;
  readonly measured: number | null;
  readonly bound: number | null;
  readonly n: number | null;
  readonly text: string;
}

interface WindowValue {
  readonly guardrails?: readonly GuardrailReading[];
  readonly problem?: string | null;
  readonly stepEnteredAt?: number;
}

/** In the unit of each guardrail; a plain number where it is not known here. */
const units: Readonly<Record<string, (value: number | null) => string>> = {
  'error-rate': (value) => percent(value, 2),
  latency: milliseconds,
};

export function shownBy(id: string): (value: number | null) => string {
  return units[id] ?? ((value) => (value === null ? 'not known' : value.toLocaleString('en')));
}

export interface GuardrailTilesProps {
  readonly definitions: readonly Schemas['GuardrailResponse'][];
  /** Of kind `guardrail.window`, newest first. */
  readonly windows: readonly Evidence[];
  /** As measured a moment ago, while the candidate sees traffic; null: it sees none, or the first answer is to come. */
  readonly now: Schemas['GuardrailsNowResponse'] | null;
}

export function GuardrailTiles({ definitions, windows, now }: GuardrailTilesProps) {
  const newest = windows[0];
  const value = now ?? (newest?.value as WindowValue | undefined);
  return (
    <div className="grid">
      {definitions.map((definition) => {
        const reading = value?.guardrails?.find((one) => one.id === definition.id) ?? null;
        return (
          <section key={definition.id} className="card guardrail-tile" aria-labelledby={`guardrail-${definition.id}`}>
            <div className="row">
              <h3 id={`guardrail-${definition.id}`}>{nameOf(definition.id)}</h3>
              <OutcomeBadge outcome={reading?.outcome ?? null} />
            </div>
            <p className="faint" title={definition.source}>
              {definition.question}
            </p>
            {reading === null ? (
              <p className="muted">{value?.problem ?? 'It is measured as soon as the candidate answers somebody.'}</p>
            ) : (
              <Reading reading={reading} windows={windows} />
            )}
            <When now={now} kept={newest} />
          </section>
        );
      })}
    </div>
  );
}

function When({ now, kept }: { readonly now: GuardrailTilesProps['now']; readonly kept: Evidence | undefined }) {
  if (now !== null) {
    return (
      <p className="faint">
        Measured <TimeAgo at={now.measuredAt} />, over the running step.
      </p>
    );
  }
  return kept === undefined ? null : (
    <p className="faint">
      Kept <TimeAgo at={kept.measuredAt} />, when the gate was judged or a bound was breached.
    </p>
  );
}

function Reading({ reading, windows }: { readonly reading: GuardrailReading; readonly windows: readonly Evidence[] }) {
  const shown = shownBy(reading.id);
  return (
    <>
      <div className="guardrail-numbers">
        <div>
          <span className="value">{shown(reading.measured)}</span>
          <span className="label">measured</span>
        </div>
        <div>
          <span className="value">{shown(reading.bound)}</span>
          <span className="label">bound</span>
        </div>
        <div>
          <span className="value">{count(reading.n)}</span>
          <span className="label">calls</span>
        </div>
      </div>
      <TrendPicture points={trendOf(windows, reading.id)} bound={reading.bound} shown={shown} />
      <p className="muted">{reading.text}</p>
    </>
  );
}

/** What this guardrail measured in the windows of the same step, oldest first. */
function trendOf(windows: readonly Evidence[], id: string): readonly { readonly at: number; readonly value: number }[] {
  const step = (windows[0]?.value as WindowValue | undefined)?.stepEnteredAt;
  return windows
    .filter((one) => (one.value as WindowValue).stepEnteredAt === step)
    .flatMap((one) => {
      const value = (one.value as WindowValue).guardrails?.find((reading) => reading.id === id)?.measured ?? null;
      return value === null ? [] : [{ at: Date.parse(one.measuredAt), value }];
    })
    .reverse();
}
