import { useState } from 'react';
import { Link } from 'react-router';
import { Badge } from '../../pieces/badge';
import { Icon } from '../../pieces/icon';
import { TimeAgo } from '../../pieces/time-ago';
import { stageWord } from '../board/board-filter';
import type { Attention } from './attention';
import { kindWords } from './attention-words';

const atOnce = 50;

export function AttentionList({ waiting }: { readonly waiting: readonly Attention[] }) {
  const [shown, setShown] = useState(atOnce);
  if (waiting.length === 0) {
    return <p className="muted">Nothing of this kind waits.</p>;
  }
  return (
    <>
      <ul className="needs-list">
        {waiting.slice(0, shown).map((one) => (
          <Item key={`${one.kind} ${one.project.id} ${one.text}`} attention={one} />
        ))}
      </ul>
      {waiting.length > shown && (
        <div>
          <button type="button" className="button" onClick={() => setShown(shown + atOnce)}>
            Show more, of {(waiting.length - shown).toLocaleString('en')}
          </button>
        </div>
      )}
    </>
  );
}

function Item({ attention: { kind, project, text, to } }: { readonly attention: Attention }) {
  const [tone, word] = kindWords[kind];
  return (
    <li className="card">
      <Link to={to} className="needs-item">
        <span className="needs-kind">
          <Badge tone={tone}>{word}</Badge>
        </span>
        <span className="needs-text">
          <strong>{project.name}</strong>
          <span className="muted">{text}</span>
        </span>
        <span className="needs-meta faint">
          {project.owner}
          <span>
            {stageWord(project.stage)}
            {project.step === null ? '' : ` · ${project.step}`}
          </span>
          <TimeAgo at={project.stageSince} />
        </span>
        <Icon name="arrow" />
      </Link>
    </li>
  );
}
