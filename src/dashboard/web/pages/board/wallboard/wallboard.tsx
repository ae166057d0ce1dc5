// The board on a wall: read from some metres away, by people who have no mouse. Numbers first, then what is urgent, then
// what comes near. It shows the same projects as the board with the same filter.
import { useEffect, useState } from 'react';
import { useLive } from '../../../api/live';
import type { ProjectStatus } from '../../../api/queries';
import { type BoardFilter, isEnded } from '../board-filter';
import { Ahead } from './ahead';
import { Pipeline } from './pipeline';
import { Urgent } from './urgent';
import { urgentOf } from './urgent-of';
import './wallboard.css';

export interface WallboardProps {
  readonly projects: readonly ProjectStatus[];
  readonly filter: BoardFilter;
}

export function Wallboard({ projects, filter }: WallboardProps) {
  useEffect(() => {
    document.title = 'Wallboard · Openward';
  }, []);
  const running = projects.filter((one) => !isEnded(one));
  const urgent = urgentOf(running);
  return (
    <div className="wall">
      <WallHead filter={filter} />
      <Numbers running={running} urgent={urgent.length} />
      <div className="wall-body">
        <Pipeline projects={projects} />
        <div className="wall-side">
          <Urgent urgent={urgent} />
          <Ahead projects={running} />
        </div>
      </div>
    </div>
  );
}

const clockOf = new Intl.DateTimeFormat('en', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });
const tickMs = 10_000;

function WallHead({ filter }: { readonly filter: BoardFilter }) {
  const { state, heardAt } = useLive();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tickMs);
    return () => clearInterval(timer);
  }, []);
  const of = [filter.owner, filter.health, filter.text].filter((one) => one !== '').join(', ');
  return (
    <header className="wall-head">
      <h1>Openward{of === '' ? '' : `: ${of}`}</h1>
      <p>
        <span className="wall-live" data-live={state === 'live'}>
          {state === 'live' ? 'Live' : 'Not live'}
        </span>
        {heardAt !== null && <span>as of {clockOf.format(heardAt)}</span>}
        <time className="wall-clock">{clockOf.format(now)}</time>
      </p>
    </header>
  );
}

function Numbers({ running, urgent }: { readonly running: readonly ProjectStatus[]; readonly urgent: number }) {
  const count = (fits: (project: ProjectStatus) => boolean) => running.filter(fits).length;
  const onCandidate = count((one) => one.traffic.candidateWeightPercent > 0);
  const tiles = [
    ['running', running.length, 'plain'],
    ['need somebody', urgent, urgent > 0 ? 'bad' : 'good'],
    ['at risk', count((one) => one.health === 'at-risk'), 'warn'],
    ['wait for approval', count((one) => one.gate?.state === 'awaitingApproval'), 'accent'],
    ['answer with the open model', onCandidate, 'plain'],
    ['median lock-in', medianScore(running) ?? 'not known', 'plain'],
  ] as const;
  return (
    <ul className="wall-numbers">
      {tiles.map(([label, value, tone]) => (
        <li key={label} data-tone={value === 0 ? 'plain' : tone}>
          <span className="wall-number">{typeof value === 'number' ? value.toLocaleString('en') : value}</span>
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}

/** Of the projects that were measured; null where none was. */
function medianScore(projects: readonly ProjectStatus[]): number | null {
  const scores = projects
    .flatMap(({ lockIn }) => (lockIn === null ? [] : [lockIn.score]))
    .sort((left, right) => left - right);
  const middle = scores[Math.floor((scores.length - 1) / 2)];
  return middle === undefined ? null : Math.round(middle);
}
