import { Badge } from '../../../pieces/badge';
import type { UrgentThing } from './urgent-of';

const shown = 7;

export function Urgent({ urgent }: { readonly urgent: readonly UrgentThing[] }) {
  return (
    <section className="card wall-card" aria-labelledby="wall-urgent">
      <h2 id="wall-urgent">Needs somebody</h2>
      {urgent.length === 0 ? (
        <p className="wall-calm">Nothing. Every gate, guardrail and date is being watched.</p>
      ) : (
        <ul className="wall-list">
          {urgent.slice(0, shown).map(({ project, word, text, isBad }) => (
            <li key={project.id}>
              <Badge tone={isBad ? 'bad' : 'warn'}>{word}</Badge>
              <span className="wall-what">
                <strong>{project.name}</strong>
                <span className="muted">
                  {text} <span className="faint">{project.owner}</span>
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {urgent.length > shown && <p className="muted">and {(urgent.length - shown).toLocaleString('en')} more</p>}
    </section>
  );
}
