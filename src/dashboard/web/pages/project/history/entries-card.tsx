// Every version, newest first, with what changed; the chain of hashes is checked here, in the browser.
import { useState } from 'react';
import { Badge } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';
import { CopyAsCurl } from '../../../pieces/copy-button';
import { Icon } from '../../../pieces/icon';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { evidenceWord } from '../use-evidence';
import { checkChain } from './check-chain';
import { changesOf, nameInWords, placeInWords, type Told } from './history-words';
import { type HistoryEntry, useHistory } from './use-history';

const entriesAtOnce = 100;
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'medium', hourCycle: 'h23' });

export function EntriesCard({ projectId }: { readonly projectId: string }) {
  const history = useHistory(projectId);
  const [shown, setShown] = useState(entriesAtOnce);
  if (history.isError) {
    return <ProblemBox error={history.error} retry={() => void history.refetch()} />;
  }
  if (history.data === undefined) {
    return <Loading what="the history" />;
  }
  const entries = history.data;
  return (
    <Card
      title={`${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}`}
      aside={<Proof projectId={projectId} entries={entries} />}
    >
      <ol reversed>
        {[...entries]
          .reverse()
          .slice(0, shown)
          .map((entry) => (
            <Line key={entry.version} entry={entry} />
          ))}
      </ol>
      {entries.length > shown && (
        <button type="button" className="button" data-size="small" onClick={() => setShown(shown + entriesAtOnce)}>
          Show older ones
        </button>
      )}
    </Card>
  );
}

interface ProofProps {
  readonly projectId: string;
  readonly entries: readonly HistoryEntry[];
}

/** What lets somebody convince himself: the hashes computed again, and the entries to take away. */
function Proof({ projectId, entries }: ProofProps) {
  const [fault, setFault] = useState<string | null | undefined>(undefined);
  return (
    <>
      <span role="status">
        {fault === null && <Badge tone="good">Every hash fits</Badge>}
        {typeof fault === 'string' && <Badge tone="bad">{fault}</Badge>}
      </span>
      <button
        type="button"
        className="button"
        data-size="small"
        onClick={() => void checkChain(projectId, entries).then(setFault)}
      >
        <Icon name="shield" />
        Check the hashes
      </button>
      <button type="button" className="button" data-size="small" onClick={() => save(projectId, entries)}>
        <Icon name="download" />
        Export
      </button>
      <CopyAsCurl path={`/v1/projects/${projectId}/history`} />
    </>
  );
}

function Line({ entry }: { readonly entry: HistoryEntry }) {
  const told = entry.event as unknown as Told;
  const kinds = (told.details.kinds as readonly string[] | undefined) ?? [];
  const choice = told.details.choice as string | undefined;
  return (
    <li className="history-entry" id={`v${entry.version}`}>
      <span className="faint mono">v{entry.version}</span>
      <div className="stack-s">
        <p>
          <strong>
            {nameInWords(told.name)}
            {choice !== undefined && ` to ${choice}`}
          </strong>{' '}
          <span className="muted">by {told.actor.person}</span>
        </p>
        <p className="faint">
          {told.from !== null && told.from !== told.to && (
            <>
              {placeInWords(told.from)} <span aria-hidden="true">→</span>
              <span className="visually-hidden"> to </span>{' '}
            </>
          )}
          {placeInWords(told.to)}
          {told.traffic.weightPercent > 0 && `; ${told.traffic.weightPercent} % on the candidate`}
          {kinds.length > 0 && `; ${kinds.map(evidenceWord).join(', ')}`}
        </p>
        {changesOf(told).map(({ what, before, after }) => (
          <p key={what} className="history-change">
            <span className="muted">{what}</span> <del>{before}</del> <ins>{after}</ins>
          </p>
        ))}
        {told.reason !== null && <p>“{told.reason}”</p>}
      </div>
      <div className="history-proof">
        <time dateTime={new Date(entry.at).toISOString()}>{moment.format(new Date(entry.at))}</time>
        <code title={entry.hash}>{entry.hash.slice(0, 12)}</code>
      </div>
    </li>
  );
}

/** As a file, exactly as the service told it, so that the hashes can be computed again elsewhere. */
function save(projectId: string, entries: readonly HistoryEntry[]): void {
  const file = new Blob([JSON.stringify({ projectId, entries }, null, 2)], { type: 'application/json' });
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = `${projectId}-history.json`;
  link.click();
  URL.revokeObjectURL(link.href);
}
