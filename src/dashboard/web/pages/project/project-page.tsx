// One project: where it stands, what may be done now, what blocks it, and everything that is known of it.
import { lazy, Suspense } from 'react';
import { NavLink, Route, Routes, useParams } from 'react-router';
import { useProject, useStatus } from '../../api/queries';
import { Badge, HealthBadge } from '../../pieces/badge';
import { CopyAsCurl } from '../../pieces/copy-button';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { ProblemBox } from '../../pieces/problem-box';
import { TimeAgo } from '../../pieces/time-ago';
import { useInSight } from '../../pieces/use-in-sight';
import { stageWord } from '../board/board-filter';
import { EditButton } from './edit/edit-button';
import type { ProjectViewProps } from './project-view';
import './project.css';

type View = React.ComponentType<ProjectViewProps>;
const view = (load: () => Promise<{ readonly View: View }>) =>
  lazy(() => load().then(({ View }) => ({ default: View })));

const tabs = [
  { path: '', label: 'Overview', View: view(() => import('./overview/overview')) },
  { path: 'data', label: 'Data readiness', View: view(() => import('./data/data-view')) },
  { path: 'training', label: 'Training', View: view(() => import('./training/training-view')) },
  { path: 'evaluation', label: 'Evaluation', View: view(() => import('./evaluation/evaluation-view')) },
  { path: 'rollout', label: 'Rollout', View: view(() => import('./rollout/rollout-view')) },
  { path: 'lock-in', label: 'Lock-in', View: view(() => import('./lock-in/lock-in-view')) },
  { path: 'history', label: 'History', View: view(() => import('./history/history-view')) },
] as const;

export function Page() {
  const { projectId = '' } = useParams();
  const status = useStatus(projectId);
  const project = useProject(projectId);
  const tabRow = useInSight(status.data !== undefined && project.data !== undefined);
  const error = status.error ?? project.error;
  if (error !== null) {
    return <ProblemBox error={error} retry={() => void Promise.all([status.refetch(), project.refetch()])} />;
  }
  if (status.data === undefined || project.data === undefined) {
    return <Loading what="the project" />;
  }
  const base = `/projects/${projectId}`;
  return (
    <>
      <Head status={status.data} project={project.data} />
      <nav ref={tabRow} className="tabs" aria-label="Project">
        {tabs.map(({ path, label }) => (
          <NavLink key={path} to={path === '' ? base : `${base}/${path}`} end={path === ''}>
            {label}
          </NavLink>
        ))}
      </nav>
      <Suspense fallback={<Loading what="this part of the project" />}>
        <Routes>
          {tabs.map(({ path, View }) => (
            <Route
              key={path}
              {...(path === '' ? { index: true } : { path: `${path}/*` })}
              element={<View status={status.data} project={project.data} />}
            />
          ))}
        </Routes>
      </Suspense>
    </>
  );
}

function Head({ status, project }: ProjectViewProps) {
  return (
    <PageHead
      title={status.name}
      above={
        <p className="faint">
          {status.owner} · {status.criticality} criticality · since <TimeAgo at={project.createdAt} />
        </p>
      }
      lead={
        <>
          {status.incumbent.model} <span aria-hidden="true">→</span>
          <span className="visually-hidden"> to </span> {status.candidate.model}. {project.task.description}
        </>
      }
      aside={
        <>
          <Badge tone="accent" plain>
            {stageWord(status.stage)}
            {status.step === null ? '' : ` · ${status.step}`}
          </Badge>
          <HealthBadge health={status.health} />
          <EditButton status={status} project={project} />
          <CopyAsCurl path={`/v1/projects/${status.id}/status`} />
        </>
      }
    />
  );
}
