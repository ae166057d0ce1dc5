// One check: closed a line that says what was found, open everything that stands behind it and what can be done.
import { useEffect, useRef } from 'react';
import type { Schemas } from '../../../../api/client';
import { Badge, OutcomeBadge } from '../../../../pieces/badge';
import { Icon } from '../../../../pieces/icon';
import type { Finding, Report } from '../data-queries';
import { inUnit, limitWords, percent, sampleWords } from '../data-words';
import type { OriginNames } from '../origin-names';
import { CheckActions } from './check-actions';
import { CheckPicture } from './check-picture';
import { EvidenceRows } from './evidence-rows';

export interface CheckItemProps {
  readonly finding: Finding;
  /** What the catalogue says of it; null while it loads. */
  readonly known: Schemas['CheckResponse'] | null;
  readonly report: Report;
  readonly projectId: string;
  readonly names: OriginNames;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

export function CheckItem(props: CheckItemProps) {
  const { finding, names, isOpen, onOpen } = props;
  const ref = useRef<HTMLLIElement>(null);
  const body = `check-${finding.checkId}`;
  // A link from elsewhere lands on the check that it names.
  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current) {
      ref.current?.scrollIntoView({ block: 'start' });
    }
  }, []);
  return (
    <li ref={ref} className="check" data-open={isOpen}>
      <button
        type="button"
        className="check-head"
        aria-expanded={isOpen}
        aria-controls={body}
        onClick={() => onOpen(!isOpen)}
      >
        <OutcomeBadge outcome={finding.outcome} />
        <span className="check-words">
          <span className="check-question">
            {finding.question}
            {finding.blocking && (
              <Badge tone="accent" plain>
                blocking
              </Badge>
            )}
          </span>
          <span className="muted">{names.within(finding.text)}</span>
        </span>
        <span className="check-value">{finding.value === null ? '' : inUnit(finding.value, finding.unit)}</span>
        <Icon name="arrow" />
      </button>
      {isOpen && (
        <div className="check-body stack" id={body}>
          <Facts {...props} />
          <CheckPicture finding={finding} report={props.report} />
          <EvidenceRows finding={finding} names={names} />
          <CheckActions finding={finding} projectId={props.projectId} />
        </div>
      )}
    </li>
  );
}

function Facts({ finding, known }: CheckItemProps) {
  const sample = sampleWords(finding);
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    ['Why it matters', finding.why],
    [
      'Measured',
      <>
        <strong>{inUnit(finding.value, finding.unit)}</strong>
        {sample === null ? '' : ` (${sample})`}
        {finding.ci95 === null ? '' : `, 95 % between ${percent(finding.ci95.low)} and ${percent(finding.ci95.high)}`}
      </>,
    ],
    ['Required', limitWords(finding, known?.better ?? null)],
    ['Where the limit comes from', finding.threshold.source],
    ['Source of the check', known?.source ?? '…'],
    ['What helps', finding.remedy],
    [
      'Method',
      <span key="method" className="faint">
        {finding.checkId} · {finding.methodVersion}
        {finding.engine === null ? '' : ` · ${finding.engine}`}
        {finding.costMs === null ? '' : ` · ${Math.round(finding.costMs).toLocaleString('en')} ms`}
      </span>,
    ],
  ];
  return (
    <dl className="fact-list">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
      {finding.waivedBy !== null && (
        <div>
          <dt>Waived</dt>
          <dd>
            by {finding.waivedBy.who} until {finding.waivedBy.until.slice(0, 10)}: “{finding.waivedBy.why}”
          </dd>
        </div>
      )}
    </dl>
  );
}
