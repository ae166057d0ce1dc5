import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { keys, useMe } from '../../../api/queries';
import { ProblemBox } from '../../../pieces/problem-box';
import { useLockInChange } from './use-lock-in';

const mayAsk = new Set(['lead', 'risk-owner', 'admin']);
const askAgainMs = 2000;
const patienceMs = 60_000;

export interface MeasureButtonProps {
  readonly projectId: string;
  /** Of the measurement that is shown; null: none was made. */
  readonly measuredAt: string | null;
}

/** Asks for a measurement now, and looks until a newer one is there. */
export function MeasureButton({ projectId, measuredAt }: MeasureButtonProps) {
  const me = useMe();
  const change = useLockInChange(projectId);
  const [asked, setAsked] = useState<{ readonly before: string | null } | null>(null);
  const [error, setError] = useState<unknown>(null);
  const isWaiting = asked !== null && asked.before === measuredAt;
  useLooking(projectId, isWaiting, () => setAsked(null));
  const ask = async () => {
    setError(null);
    try {
      await change({ method: 'POST', path: 'measurements' });
      setAsked({ before: measuredAt });
    } catch (refused) {
      setError(refused);
    }
  };
  if (me.data !== undefined && !mayAsk.has(me.data.role)) {
    return null;
  }
  return (
    <>
      <button type="button" className="button" data-size="small" disabled={isWaiting} onClick={() => void ask()}>
        {isWaiting ? 'Measuring…' : 'Measure now'}
      </button>
      {error !== null && <ProblemBox error={error} />}
    </>
  );
}

/** A measurement makes no event of its own: the page asks until it is there, for a minute at most. */
function useLooking(projectId: string, isWaiting: boolean, giveUp: () => void): void {
  const queries = useQueryClient();
  // Only the waiting itself starts and ends the looking.
  useEffect(() => {
    if (!isWaiting) {
      return undefined;
    }
    const looking = setInterval(
      () => void queries.invalidateQueries({ queryKey: keys.of(projectId, 'lock-in') }),
      askAgainMs,
    );
    const end = setTimeout(giveUp, patienceMs);
    return () => {
      clearInterval(looking);
      clearTimeout(end);
    };
  }, [isWaiting, projectId, queries]);
}
