// What was seen beside the guardrails: whether copies were answered alike, and whether the incumbent still answers.
import { OutcomeBadge } from '../../../pieces/badge';
import { count, milliseconds, percent } from '../../../pieces/numbers';
import { TimeAgo } from '../../../pieces/time-ago';
import { useEvidence } from '../use-evidence';

interface Agreement {
  readonly pairs: number;
  readonly agreeing: number;
  readonly agreementShare: number | null;
  readonly agreementLow: number | null;
  readonly agreementHigh: number | null;
  readonly candidateFailures: number;
}

interface Probe {
  readonly healthy: boolean;
  readonly latencyMs: number | null;
  readonly problem: string | null;
}

export function ShadowCard({ projectId }: { readonly projectId: string }) {
  const shadow = useEvidence(projectId, 'shadow.agreement').data?.[0];
  const probe = useEvidence(projectId, 'fallback.check').data?.[0];
  const agreement = shadow?.value as unknown as Agreement | undefined;
  const checked = probe?.value as unknown as Probe | undefined;
  if (shadow === undefined && probe === undefined) {
    return null;
  }
  return (
    <div className="grid">
      {shadow !== undefined && agreement !== undefined && (
        <section className="card guardrail-tile" aria-labelledby="shadow-title">
          <div className="row">
            <h3 id="shadow-title">Shadow answers agree</h3>
            <OutcomeBadge outcome={shadow.outcome} />
          </div>
          <p className="guardrail-line">
            <strong>{percent(agreement.agreementShare)}</strong>, between {percent(agreement.agreementLow)} and{' '}
            {percent(agreement.agreementHigh)}
          </p>
          <p className="faint">
            {count(agreement.agreeing)} of {count(agreement.pairs)} pairs alike, {count(agreement.candidateFailures)}{' '}
            copies failed. Measured <TimeAgo at={shadow.measuredAt} />
          </p>
        </section>
      )}
      {probe !== undefined && checked !== undefined && (
        <section className="card guardrail-tile" aria-labelledby="probe-title">
          <div className="row">
            <h3 id="probe-title">The incumbent answers</h3>
            <OutcomeBadge outcome={probe.outcome} />
          </div>
          <p className="guardrail-line">
            {checked.healthy ? (
              <>
                Answered in <strong>{milliseconds(checked.latencyMs)}</strong>
              </>
            ) : (
              (checked.problem ?? 'It did not answer.')
            )}
          </p>
          <p className="faint">
            Probed <TimeAgo at={probe.measuredAt} />
          </p>
        </section>
      )}
    </div>
  );
}
