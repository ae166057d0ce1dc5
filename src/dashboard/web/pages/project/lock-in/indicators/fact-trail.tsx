import { Badge } from '../../../../pieces/badge';
import { TimeAgo } from '../../../../pieces/time-ago';
import { basisOf, factValue, ownerWord } from '../lock-in-words';
import { type Indicator, useFacts } from '../use-lock-in';
import { type EvidenceWords, evidenceWords } from './evidence-words';

/** Everything that was ever said of an indicator, newest first: nothing is taken back, a correction is a newer fact. */
export function FactTrail({ projectId, definition }: { readonly projectId: string; readonly definition: Indicator }) {
  const facts = useFacts(projectId, definition.id);
  if (facts.data === undefined || facts.data.length === 0) {
    return null;
  }
  return (
    <details>
      <summary>
        {facts.data.length === 1 ? 'The one fact on record' : `The last ${facts.data.length} facts on record`}
      </summary>
      <ol className="fact-trail">
        {facts.data.map((fact) => {
          const [tone, word] = basisOf(fact.basis);
          return (
            <li key={fact.id}>
              <span className="row">
                <strong>{factValue(fact.value, definition.unit)}</strong>
                <Badge tone={tone}>{word}</Badge>
                <span className="faint">
                  {ownerWord(fact.recordedBy)}, <TimeAgo at={fact.recordedAt} />
                  {fact.validUntil !== null && `, believed until ${fact.validUntil.slice(0, 10)}`}
                </span>
              </span>
              <span>{fact.note}</span>
              {fact.evidence.length > 0 && <EvidenceList evidence={fact.evidence} />}
            </li>
          );
        })}
      </ol>
    </details>
  );
}

function Piece({ text, url, told }: EvidenceWords & { readonly told: string }) {
  return url === null ? (
    <span title={told}>{text}</span>
  ) : (
    <a href={url} rel="noreferrer noopener" target="_blank">
      {text}
    </a>
  );
}

const shown = 5;

/** Addresses as links, anything else as text: what people wrote is never trusted as markup. */
export function EvidenceList({ evidence }: { readonly evidence: readonly string[] }) {
  return (
    <ul className="evidence-list">
      {evidence.slice(0, shown).map((one) => (
        <li key={one}>
          <Piece {...evidenceWords(one)} told={one} />
        </li>
      ))}
      {evidence.length > shown && <li className="faint">and {evidence.length - shown} more</li>}
    </ul>
  );
}
