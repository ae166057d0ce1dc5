// Asks for a new measurement and waits until its report is there. Nothing is shown as measured before that.
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { api, taken } from '../../../api/client';
import { keys, type ProjectStatus } from '../../../api/queries';
import { Icon } from '../../../pieces/icon';
import { ProblemBox } from '../../../pieces/problem-box';
import { isEnded } from '../../board/board-filter';
import type { ReportSummary } from './data-queries';
import { useMay, whoMay } from './may';

export interface MeasureButtonProps {
  readonly status: ProjectStatus;
  readonly reports: readonly ReportSummary[];
}

const lookEveryMs = 1500;

export function MeasureButton({ status, reports }: MeasureButtonProps) {
  const mayMeasure = useMay('measure');
  const { isBusy, error, measure } = useMeasuring(status.id, reports);
  if (isEnded(status)) {
    return <p className="faint">The project has ended: nothing is measured any more.</p>;
  }
  if (!mayMeasure) {
    return <p className="faint">{whoMay('measure')} may measure again.</p>;
  }
  return (
    <div className="measure">
      <button type="button" className="button" data-kind="primary" disabled={isBusy} onClick={() => void measure()}>
        <Icon name="search" />
        {isBusy ? 'Measuring…' : reports.length === 0 ? 'Measure now' : 'Measure again'}
      </button>
      <span className="faint" role="status">
        {isBusy ? 'Only what changed is measured. It may take a minute.' : ''}
      </span>
      {error !== null && <ProblemBox error={error} />}
    </div>
  );
}

/** @returns what asks for a measurement, and whether its report is still awaited; `error` is null while none came */
function useMeasuring(projectId: string, reports: readonly ReportSummary[]) {
  const queries = useQueryClient();
  const [asked, setAsked] = useState<{ readonly reportId: string | null; readonly error: unknown } | null>(null);
  const awaited = asked?.reportId ?? null;
  const isThere = awaited !== null && reports.some(({ id }) => id === awaited);
  const isBusy = asked !== null && asked.error === null && !isThere;

  useEffect(() => {
    if (awaited === null || isThere) {
      return;
    }
    const key = keys.of(projectId, 'readiness-reports');
    const timer = setInterval(() => void queries.invalidateQueries({ queryKey: key }), lookEveryMs);
    return () => clearInterval(timer);
  }, [awaited, isThere, queries, projectId]);

  useEffect(() => {
    if (isThere) {
      setAsked(null);
      void queries.invalidateQueries({ queryKey: keys.project(projectId) });
    }
  }, [isThere, queries, projectId]);

  const measure = async () => {
    setAsked({ reportId: null, error: null });
    try {
      const answer = await taken(
        api.POST('/v1/projects/{projectId}/readiness-reports', {
          params: { path: { projectId }, header: { Prefer: 'respond-async' } },
        } as never),
      );
      setAsked({ reportId: (answer as { reportId: string }).reportId, error: null });
    } catch (error) {
      setAsked({ reportId: null, error });
    }
  };

  return { isBusy, error: asked?.error ?? null, measure };
}
