// Is the data good enough to train on, and to judge with? The verdict stays on top; the parts below each have an address.
import { lazy, Suspense } from 'react';
import { NavLink, Route, Routes, useLocation } from 'react-router';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { useInSight } from '../../../pieces/use-in-sight';
import type { ProjectViewProps } from '../project-view';
import type { DataPartProps } from './data-part';
import { useReadiness, useReport, useReports } from './data-queries';
import { NothingYet } from './nothing-yet';
import { VerdictHead } from './verdict-head';
import './data.css';
import './verdict.css';
import './pictures/pictures.css';

type Part = React.ComponentType<DataPartProps>;
const part = (load: () => Promise<{ readonly Part: Part }>) =>
  lazy(() => load().then(({ Part }) => ({ default: Part })));

const parts = [
  { path: '', label: 'Checks', Part: part(() => import('./checks/checks-part')), needsReport: true },
  { path: 'contents', label: 'What is in it', Part: part(() => import('./contents/contents-part')), needsReport: true },
  { path: 'growth', label: 'Growth', Part: part(() => import('./growth/growth-part')), needsReport: true },
  { path: 'trainers', label: 'Trainers', Part: part(() => import('./trainers/trainers-part')), needsReport: true },
  { path: 'rows', label: 'Rows', Part: part(() => import('./rows/rows-part')), needsReport: false },
  { path: 'imports', label: 'Imports', Part: part(() => import('./imports/imports-part')), needsReport: false },
  { path: 'remedies', label: 'Remedies', Part: part(() => import('./remedies/remedies-part')), needsReport: false },
  { path: 'versions', label: 'Versions', Part: part(() => import('./versions/versions-part')), needsReport: false },
  { path: 'use', label: 'Use and rights', Part: part(() => import('./use/use-part')), needsReport: false },
] as const;

export function View({ status, project }: ProjectViewProps) {
  const { pathname } = useLocation();
  const readiness = useReadiness(status.id);
  const reports = useReports(status.id);
  const newestId = readiness.data?.reportId ?? reports.data?.[0]?.id ?? null;
  const report = useReport(status.id, newestId);
  const error = readiness.error ?? reports.error;
  if (error !== null) {
    return <ProblemBox error={error} retry={() => void Promise.all([readiness.refetch(), reports.refetch()])} />;
  }
  if (readiness.data === undefined || reports.data === undefined) {
    return <Loading what="the state of the data" />;
  }
  const base = `/projects/${status.id}/data`;
  const isWhole = pathname === base || pathname === `${base}/`;
  const given = { status, project, readiness: readiness.data, report: report.data ?? null };
  const missing = report.isError ? (
    <ProblemBox error={report.error} retry={() => void report.refetch()} />
  ) : newestId === null ? (
    <NothingYet project={project} />
  ) : (
    <Loading what="the report" />
  );
  return (
    <div className="stack">
      <VerdictHead
        status={status}
        readiness={readiness.data}
        report={given.report}
        reports={reports.data}
        isWhole={isWhole}
      />
      <PartLinks base={base} />
      <Suspense fallback={<Loading what="this part" />}>
        <Routes>
          {parts.map(({ path, Part, needsReport }) => (
            <Route
              key={path}
              {...(path === '' ? { index: true } : { path })}
              element={needsReport && given.report === null ? missing : <Part {...given} />}
            />
          ))}
        </Routes>
      </Suspense>
    </div>
  );
}

function PartLinks({ base }: { readonly base: string }) {
  const nav = useInSight();
  return (
    <nav ref={nav} className="data-parts" aria-label="Data readiness">
      {parts.map(({ path, label }) => (
        <NavLink key={path} to={path === '' ? base : `${base}/${path}`} end={path === ''}>
          {label}
        </NavLink>
      ))}
    </nav>
  );
}
