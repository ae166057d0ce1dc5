import { useEffect, useRef } from 'react';
import { Badge } from '../../../../pieces/badge';
import { Icon } from '../../../../pieces/icon';
import { actionWord, effectWords, inUnit, wantsLooking } from '../data-words';
import { useMay, whoMay } from '../may';
import type { OriginNames } from '../origin-names';
import { PreviewForm } from './preview-form';
import type { Action } from './use-curation';

export interface ActionItemProps {
  readonly action: Action;
  readonly projectId: string;
  readonly names: OriginNames;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

export function ActionItem({ action, projectId, names, isOpen, onOpen }: ActionItemProps) {
  const ref = useRef<HTMLLIElement>(null);
  const wasOpen = useRef(isOpen);
  const mayCurate = useMay('curate');
  const body = `action-${action.id}`;
  useEffect(() => {
    if (wasOpen.current) {
      ref.current?.scrollIntoView({ block: 'start' });
    }
  }, []);
  return (
    <li ref={ref} className="check" data-open={isOpen}>
      <button
        type="button"
        className="check-head action-head"
        aria-expanded={isOpen}
        aria-controls={body}
        onClick={() => onOpen(!isOpen)}
      >
        <span className="check-words">
          <span className="check-question">
            {actionWord(action.id)}
            {action.safe ? <Badge tone="good">safe</Badge> : <Badge tone="warn">look first</Badge>}
          </span>
          <span className="muted">{action.question}</span>
        </span>
        <span className="check-value">{shortEffect(action)}</span>
        <Icon name="arrow" />
      </button>
      {isOpen && (
        <div className="check-body stack" id={body}>
          <p>{action.does}</p>
          <Predicted action={action} />
          {mayCurate ? (
            <PreviewForm action={action} projectId={projectId} names={names} />
          ) : (
            <p className="faint">{whoMay('curate')} may take it.</p>
          )}
        </div>
      )}
    </li>
  );
}

function shortEffect({ predicted }: Action): string {
  const rows = predicted.map((one) => one.rows).find((one) => one !== null && one !== 0);
  return rows == null ? '' : `${rows > 0 ? '+' : '−'}${Math.abs(rows).toLocaleString('en')} rows`;
}

function Predicted({ action }: { readonly action: Action }) {
  const found = action.predicted.filter(({ outcome }) => wantsLooking(outcome));
  if (found.length === 0) {
    return <p className="faint">The newest report found nothing that it would change.</p>;
  }
  return (
    <ul className="plain-lines">
      {found.map((one) => (
        <li key={one.checkId}>
          <span>
            Now <strong>{inUnit(one.value, one.unit)}</strong> <span className="faint">({one.checkId})</span>
          </span>
          <span className="muted">Predicted: {effectWords(one, one.unit) ?? 'only a preview can tell'}.</span>
        </li>
      ))}
    </ul>
  );
}
