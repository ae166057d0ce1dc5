import { useState } from 'react';
import { Card } from '../../../pieces/card';
import { ConfirmDialog } from '../../../pieces/confirm-dialog';
import { Segments } from '../../../pieces/filter-fields';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { useAddress } from '../../../pieces/use-address';
import { fieldWord, ruleWord } from '../catalogue-words';
import { type Change, type Refresh, useChanges, useDecision } from '../use-catalogue';
import { RefreshBadge } from './refresh-badge';

const verdicts = [
  ['', 'All'],
  ['quarantined', 'Held'],
  ['clean', 'Clean'],
] as const;

export interface ChangeListProps {
  readonly refresh: Refresh;
  readonly mayDecide: boolean;
}

export function ChangeList({ refresh, mayDecide }: ChangeListProps) {
  const [search, set] = useAddress();
  const verdict = search.get('verdict') ?? '';
  const changes = useChanges(refresh.id, verdict);
  const shown = changes.data?.pages.flatMap((page) => page.changes) ?? [];
  return (
    <Card
      title="What it would change"
      aside={
        <Segments
          label="Which changes"
          value={verdict}
          options={verdicts}
          onChange={(next) => set({ verdict: next })}
        />
      }
    >
      {changes.isError && <ProblemBox error={changes.error} retry={() => void changes.refetch()} />}
      {changes.isPending && <Loading what="the changes" />}
      {changes.data !== undefined && shown.length === 0 && <p className="muted">None.</p>}
      <ul className="changes">
        {shown.map((one) => (
          <ChangeItem key={one.number} refresh={refresh} change={one} mayDecide={mayDecide} />
        ))}
      </ul>
      {changes.hasNextPage && (
        <button
          type="button"
          className="button"
          data-size="small"
          disabled={changes.isFetchingNextPage}
          onClick={() => void changes.fetchNextPage()}
        >
          Show more
        </button>
      )}
    </Card>
  );
}

const kindWords: Readonly<Record<string, string>> = { added: 'New', changed: 'Changed', removed: 'No longer listed' };

interface ChangeItemProps extends ChangeListProps {
  readonly change: Change;
}

function ChangeItem({ refresh, change, mayDecide }: ChangeItemProps) {
  const canDecide = mayDecide && change.state === 'waiting' && refresh.state === 'pending';
  return (
    <li data-verdict={change.verdict}>
      <div className="stack-s">
        <span className="row">
          <strong>{change.model}</strong>
          <span className="faint">
            {kindWords[change.kind] ?? change.kind} at {change.host}
            {change.region === null ? '' : `, ${change.region}`}
          </span>
          <RefreshBadge state={change.state} />
        </span>
        <ul className="change-fields">
          {change.fields.map((field) => (
            <li key={field.field}>
              <span className="muted">{fieldWord(field.field)}</span>{' '}
              {field.before === null ? (
                <strong>{shown(field.after)}</strong>
              ) : (
                <>
                  <del>{shown(field.before)}</del> <span aria-hidden="true">→</span> <ins>{shown(field.after)}</ins>
                </>
              )}
            </li>
          ))}
        </ul>
        {change.findings.map((finding) => (
          <p key={finding.rule} className="finding">
            <strong>{ruleWord(finding.rule)}?</strong> {finding.text}
          </p>
        ))}
        {change.decidedBy !== null && (
          <span className="faint">
            {change.decidedBy}
            {change.decidedAt !== null && `, ${change.decidedAt.slice(0, 10)}`}
            {change.reason !== null && `: “${change.reason}”`}
          </span>
        )}
      </div>
      {canDecide && <ChangeButtons refresh={refresh} change={change} />}
    </li>
  );
}

function ChangeButtons({ refresh, change }: { readonly refresh: Refresh; readonly change: Change }) {
  const decide = useDecision(refresh.id);
  const [asked, setAsked] = useState<'approve' | 'reject' | null>(null);
  const isHeld = change.verdict === 'quarantined' || refresh.hold !== null;
  return (
    <span className="change-buttons">
      <button type="button" className="button" data-size="small" onClick={() => setAsked('approve')}>
        Let in<span className="visually-hidden"> the change of {change.model}</span>
      </button>
      <button type="button" className="button" data-size="small" data-kind="quiet" onClick={() => setAsked('reject')}>
        Keep out<span className="visually-hidden"> the change of {change.model}</span>
      </button>
      {asked !== null && (
        <ConfirmDialog
          open
          onOpenChange={(open) => !open && setAsked(null)}
          title={
            asked === 'approve' ? `Let the change of ${change.model} in` : `Keep the change of ${change.model} out`
          }
          what={
            asked === 'approve' && isHeld ? (
              <p>
                It is held. Somebody other than {refresh.createdBy} may let it in, with a reason of at least ten signs.
              </p>
            ) : (
              <p>The reason stands with the change, under your name, and needs at least ten signs.</p>
            )
          }
          confirmLabel={asked === 'approve' ? 'Let it in' : 'Keep it out'}
          isGrave={asked === 'reject'}
          reason="required"
          onConfirm={(reason) => decide(`changes/${change.number}/${asked}`, reason)}
        />
      )}
    </span>
  );
}

/** Long counts with their separators; days and words as they are. */
function shown(value: string | null): string {
  if (value === null) {
    return 'no longer told';
  }
  return /^\d{4,}$/.test(value) ? Number(value).toLocaleString('en') : value;
}
