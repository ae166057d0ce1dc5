import { memo } from 'react';
import { Link } from 'react-router';
import type { ProjectStatus } from '../../api/queries';
import { Badge, HealthBadge } from '../../pieces/badge';
import { inPlainWords } from '../../pieces/criterion-words';
import { gateWord } from '../../pieces/service-words';
import { daysIn } from './board-filter';
import { LockInMark } from './lock-in-mark';
import { endingOf } from './shutdown-words';

/** Drawn anew only when its project is told anew: there may be thousands. */
export const ProjectCard = memo(function ProjectCard({ project }: { readonly project: ProjectStatus }) {
  const { gate } = project;
  const blocker = inPlainWords(gate?.missing[0]?.text ?? project.healthReason);
  const days = daysIn(project);
  return (
    <article className="card project-card">
      <h3>
        <Link to={`/projects/${project.id}`}>{project.name}</Link>
      </h3>
      <p className="faint">
        {project.owner} · {days === 0 ? 'since today' : `${days} ${days === 1 ? 'day' : 'days'}`}
        {project.step === null ? '' : ` · ${project.step}`}
      </p>
      <p className="project-models">
        <span>{project.incumbent.model}</span>
        <span aria-hidden="true"> → </span>
        <span className="visually-hidden"> to </span>
        <span>{project.candidate.model}</span>
      </p>
      <Weight project={project} />
      <Marks project={project} />
      <p className="project-lock-in">
        <span className="faint">Lock-in</span> <LockInMark lockIn={project.lockIn} />
      </p>
      {gate !== null && (
        <p className="project-gate" title={blocker}>
          <strong>Next gate:</strong> {gateWord(gate.name)}. {blocker}
        </p>
      )}
    </article>
  );
});

function Weight({ project: { traffic } }: { readonly project: ProjectStatus }) {
  if (traffic.mode !== 'split' && traffic.mode !== 'candidate') {
    return null;
  }
  return (
    <div className="project-weight">
      <div className="meter">
        <span style={{ width: `${traffic.candidateWeightPercent}%` }} />
      </div>
      <span className="faint">{traffic.candidateWeightPercent} % on the candidate</span>
    </div>
  );
}

function Marks({ project }: { readonly project: ProjectStatus }) {
  const { gate } = project;
  const ending = endingOf(project);
  return (
    <div className="row">
      <HealthBadge health={project.health} />
      {project.guardrail === 'tripped' && <Badge tone="bad">Tripped</Badge>}
      {project.guardrail === 'blind' && <Badge tone="warn">Blind</Badge>}
      {project.hold === 'paused' && <Badge tone="unknown">Paused</Badge>}
      {ending !== null && (
        <Badge tone={ending.days <= 0 || ending.isForced ? 'bad' : 'warn'}>
          {ending.days < 0 ? 'Model ended' : `Model ends in ${ending.days} d`}
        </Badge>
      )}
      {gate?.state === 'awaitingApproval' && (
        <Badge tone="accent">
          Approval {gate.approvalsGiven ?? 0}/{gate.approvalsRequired ?? '?'}
        </Badge>
      )}
    </div>
  );
}
