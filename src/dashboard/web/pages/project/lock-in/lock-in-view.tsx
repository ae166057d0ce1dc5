// How tightly the project is tied to its vendor, why, and how the ties are loosened.
import { NavLink, Route, Routes } from 'react-router';
import { CopyAsCurl } from '../../../pieces/copy-button';
import { ForcedBanner } from '../../../pieces/forced-banner';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import type { ProjectViewProps } from '../project-view';
import { AlertsView } from './alerts/alerts-view';
import { ExitPlanView } from './exit-plan/exit-plan-view';
import { IndicatorsView } from './indicators/indicators-view';
import { NotMeasured } from './not-measured';
import { RegisterView } from './register/register-view';
import { RemediesView } from './remedies/remedies-view';
import { ScoreView } from './score/score-view';
import { useAlerts, useLockIn } from './use-lock-in';
import './lock-in.css';

export function View({ status }: ProjectViewProps) {
  const lockIn = useLockIn(status.id);
  if (lockIn.isError) {
    return <ProblemBox error={lockIn.error} retry={() => void lockIn.refetch()} />;
  }
  if (lockIn.data === undefined) {
    return <Loading what="lock-in" />;
  }
  const measured = lockIn.data;
  return (
    <div className="stack">
      {status.forced !== null && <ForcedBanner forced={status.forced} />}
      <Parts projectId={status.id} />
      <Routes>
        <Route
          index
          element={
            measured === null ? <NotMeasured status={status} /> : <ScoreView status={status} lockIn={measured} />
          }
        />
        <Route
          path="indicators"
          element={
            measured === null ? <NotMeasured status={status} /> : <IndicatorsView status={status} lockIn={measured} />
          }
        />
        <Route path="alerts" element={<AlertsView projectId={status.id} />} />
        <Route
          path="remedies"
          element={
            measured === null ? <NotMeasured status={status} /> : <RemediesView status={status} lockIn={measured} />
          }
        />
        <Route path="exit-plan" element={<ExitPlanView projectId={status.id} />} />
        <Route path="register" element={<RegisterView projectId={status.id} />} />
      </Routes>
    </div>
  );
}

const parts = [
  ['', 'Score'],
  ['/indicators', 'Indicators'],
  ['/alerts', 'Alerts'],
  ['/remedies', 'Remedies and cost'],
  ['/exit-plan', 'Exit plan'],
  ['/register', 'Register'],
] as const;

function Parts({ projectId }: { readonly projectId: string }) {
  const alerts = useAlerts(projectId);
  const open = alerts.data?.alerts.filter((one) => one.state === 'open').length ?? 0;
  const base = `/projects/${projectId}/lock-in`;
  return (
    <div className="lock-in-parts">
      <nav aria-label="Lock-in">
        {parts.map(([path, label]) => (
          <NavLink key={path} to={`${base}${path}`} end={path === ''}>
            {label}
            {path === '/alerts' && open > 0 && (
              <span className="lock-in-count">
                {open}
                <span className="visually-hidden"> open</span>
              </span>
            )}
          </NavLink>
        ))}
      </nav>
      <CopyAsCurl path={`/v1/projects/${projectId}/lock-in`} />
    </div>
  );
}
