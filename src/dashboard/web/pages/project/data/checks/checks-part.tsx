// Every check with what it found: what wants looking at first, group by group; the rest on demand.
import { useSearchParams } from 'react-router';
import { Badge } from '../../../../pieces/badge';
import { Empty } from '../../../../pieces/empty';
import type { DataPartProps } from '../data-part';
import type { Finding, Report } from '../data-queries';
import { useChecks } from '../data-queries';
import { counted, groupLetters, groupTitle, outcomeRank, wantsLooking } from '../data-words';
import { useOriginNames } from '../origin-names';
import { CheckItem } from './check-item';
import './checks.css';

const views = [
  ['open', 'Wants looking at'],
  ['blocking', 'Blocking only'],
  ['all', 'All checks'],
] as const;
type View = (typeof views)[number][0];

function isShown(view: View, finding: Finding): boolean {
  return view === 'all' || (view === 'blocking' ? finding.blocking : wantsLooking(finding.outcome));
}

export function Part({ report, status }: DataPartProps) {
  const { opened, view, set } = useCheckView();
  if (report === null) {
    return null;
  }
  const shown = report.findings.filter((one) => isShown(view, one) || one.checkId === opened);
  return (
    <div className="stack">
      <ViewChoice
        view={view}
        findings={report.findings}
        onView={(name) => set('show', name === 'open' ? null : name)}
      />
      {shown.length === 0 && (
        <div className="card">
          <Empty title="Nothing wants looking at">Every check that applies to this data passed.</Empty>
        </div>
      )}
      {groupLetters
        .map((letter) => ({ letter, findings: shown.filter(({ checkId }) => checkId.startsWith(letter)) }))
        .filter(({ findings }) => findings.length > 0)
        .sort((one, other) => worst(one.findings) - worst(other.findings))
        .map(({ letter, findings }) => (
          <Group
            key={letter}
            letter={letter}
            findings={findings}
            report={report}
            projectId={status.id}
            opened={opened}
            onOpen={(checkId) => set('check', checkId)}
          />
        ))}
    </div>
  );
}

/** Which checks are shown and which one is open: it stands in the address, so that it can be sent to somebody. */
function useCheckView() {
  const [search, setSearch] = useSearchParams();
  const asked = search.get('show');
  const view = views.find(([name]) => name === asked)?.[0] ?? 'open';
  const set = (name: 'show' | 'check', value: string | null) => {
    const next = new URLSearchParams(search);
    if (value === null) {
      next.delete(name);
    } else {
      next.set(name, value);
    }
    setSearch(next, { replace: true, preventScrollReset: true });
  };
  return { opened: search.get('check'), view, set };
}

interface ViewChoiceProps {
  readonly view: View;
  readonly findings: readonly Finding[];
  readonly onView: (view: View) => void;
}

function ViewChoice({ view, findings, onView }: ViewChoiceProps) {
  return (
    <fieldset className="segments">
      <legend className="visually-hidden">Which checks to show</legend>
      {views.map(([name, label]) => (
        <button key={name} type="button" aria-pressed={view === name} onClick={() => onView(name)}>
          {label} <span className="segment-count">{findings.filter((one) => isShown(name, one)).length}</span>
        </button>
      ))}
    </fieldset>
  );
}

interface GroupProps {
  readonly letter: string;
  readonly findings: readonly Finding[];
  readonly report: Report;
  readonly projectId: string;
  readonly opened: string | null;
  readonly onOpen: (checkId: string | null) => void;
}

function Group({ letter, findings, report, projectId, opened, onOpen }: GroupProps) {
  const catalogue = useChecks();
  const names = useOriginNames(projectId);
  const known = new Map((catalogue.data ?? []).map((one) => [one.id, one]));
  return (
    <section className="card check-group" aria-labelledby={`group-${letter}`}>
      <div className="card-head">
        <h2 id={`group-${letter}`}>{groupTitle(letter)}</h2>
        <Badge tone="unknown" plain>
          {counted(findings.length, 'check')}
        </Badge>
      </div>
      <ul className="check-list">
        {[...findings].sort(worstFirst).map((finding) => (
          <CheckItem
            key={finding.checkId}
            finding={finding}
            known={known.get(finding.checkId) ?? null}
            report={report}
            projectId={projectId}
            names={names}
            isOpen={finding.checkId === opened}
            onOpen={(isOpen) => onOpen(isOpen ? finding.checkId : null)}
          />
        ))}
      </ul>
    </section>
  );
}

function worst(findings: readonly Finding[]): number {
  return Math.min(...findings.map(rank));
}

/** Of two with one outcome the blocking one comes first. */
function rank({ outcome, blocking }: Finding): number {
  return outcomeRank(outcome) * 2 + (blocking ? 0 : 1);
}

function worstFirst(one: Finding, other: Finding): number {
  return rank(one) - rank(other);
}
