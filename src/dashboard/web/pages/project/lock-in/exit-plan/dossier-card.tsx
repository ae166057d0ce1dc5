import { Card } from '../../../../pieces/card';
import { Icon } from '../../../../pieces/icon';
import { useArrangements } from '../use-lock-in';

/** The exit strategy as a document: one for each provider that the register names. */
export function DossierCard({ projectId }: { readonly projectId: string }) {
  const arrangements = useArrangements(projectId);
  const providers = [
    ...new Set(
      (arrangements.data ?? [])
        .filter(({ withdrawnBecause }) => withdrawnBecause === null)
        .map(({ arrangement }) => arrangement.provider.name),
    ),
  ];
  return (
    <Card
      title="Dossier"
      note="The exit strategy from the project’s own facts, tests and drills. What is missing is named in it, not left out."
    >
      {providers.length === 0 ? (
        <DossierLinks base={`/v1/projects/${projectId}/lock-in/dossier?`} name="" />
      ) : (
        <ul className="stack-s">
          {providers.map((name) => (
            <li key={name} className="row">
              <strong>{name}</strong>
              <DossierLinks
                base={`/v1/projects/${projectId}/lock-in/dossier?vendor=${encodeURIComponent(name)}&`}
                name={name}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function DossierLinks({ base, name }: { readonly base: string; readonly name: string }) {
  return (
    <span className="row">
      <a className="button" data-size="small" href={`${base}format=html`} target="_blank" rel="noreferrer">
        Read as a page<span className="visually-hidden"> {name}, in a new tab</span>
      </a>
      <a
        className="button"
        data-size="small"
        href={`${base}format=md`}
        download={`exit-dossier${name === '' ? '' : `-${name}`}.md`}
      >
        <Icon name="download" />
        Markdown<span className="visually-hidden"> {name}</span>
      </a>
    </span>
  );
}
