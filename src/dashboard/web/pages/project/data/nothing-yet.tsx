// Before the first row: the two ways in which data comes, both ready to be used.
import { Link } from 'react-router';
import type { Project } from '../../../api/queries';
import { CopyButton } from '../../../pieces/copy-button';
import { Icon } from '../../../pieces/icon';
import { useUploads } from './data-queries';
import { counted } from './data-words';

export function NothingYet({ project }: { readonly project: Project }) {
  const address = `${window.location.origin}${project.gatewayPath}`;
  const uploads = useUploads(project.id);
  const rows = (uploads.data ?? []).reduce((sum, one) => sum + (one.withdrawn === null ? one.accepted : 0), 0);
  return (
    <div className="card">
      <div className="card-body stack">
        <div className="stack-s">
          <h2>{rows === 0 ? 'Bring in the first rows' : `${counted(rows, 'imported row')} wait to be measured`}</h2>
          <p className="muted">
            {rows === 0
              ? 'Data comes in two ways, and both may be used together. Once rows are there, ask for a measurement above.'
              : 'Ask for a measurement above, or bring in more first: both ways may be used together.'}
          </p>
        </div>
        <ol className="two-ways">
          <li className="stack-s">
            <h3>Let your traffic pass through the gateway</h3>
            <p className="muted">
              Change one base URL in your application. Calls are answered by {project.incumbent.model} as before, and
              each answer becomes a row.
            </p>
            <pre className="snippet">
              <code>{address}</code>
            </pre>
            <div>
              <CopyButton text={address} label="Copy the base URL" />
            </div>
          </li>
          <li className="stack-s">
            <h3>Bring a file that you have</h3>
            <p className="muted">
              Chats, labelled texts, preference pairs or captions, as JSON lines, CSV, TSV, Parquet or tar, plain or
              packed. Every bad line is named, and the good ones are kept.
            </p>
            <div>
              <Link className="button" data-kind="primary" to={`/projects/${project.id}/data/imports`}>
                <Icon name="plus" />
                Import a file
              </Link>
            </div>
          </li>
        </ol>
      </div>
    </div>
  );
}
