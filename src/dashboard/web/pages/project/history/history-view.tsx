// What happened, what was measured, who approved, and what was refused.
import { NavLink, Route, Routes } from 'react-router';
import type { ProjectViewProps } from '../project-view';
import { ApprovalsCard } from './approvals-card';
import { EntriesCard } from './entries-card';
import { EvidenceCard } from './evidence-card';
import { RefusedCard } from './refused-card';
import './history.css';

const parts = [
  { path: '', label: 'Entries', Card: EntriesCard },
  { path: 'evidence', label: 'Evidence', Card: EvidenceCard },
  { path: 'approvals', label: 'Approvals', Card: ApprovalsCard },
  { path: 'refused', label: 'Refused commands', Card: RefusedCard },
] as const;

export function View({ status }: ProjectViewProps) {
  const base = `/projects/${status.id}/history`;
  return (
    <div className="stack">
      <nav className="sub-tabs" aria-label="History">
        {parts.map(({ path, label }) => (
          <NavLink key={path} to={path === '' ? base : `${base}/${path}`} end>
            {label}
          </NavLink>
        ))}
      </nav>
      <Routes>
        {parts.map(({ path, Card }) => (
          <Route key={path} {...(path === '' ? { index: true } : { path })} element={<Card projectId={status.id} />} />
        ))}
      </Routes>
    </div>
  );
}
