// What to do first: change one address, or bring a file.
import { Link } from 'react-router';
import { Card } from '../../../pieces/card';
import { CopyButton } from '../../../pieces/copy-button';
import type { ProjectViewProps } from '../project-view';

export function FirstStep({ status, project }: ProjectViewProps) {
  if (!['assessing', 'deciding', 'collecting'].includes(status.stage)) {
    return null;
  }
  const baseUrl = `${window.location.origin}${project.gatewayPath}`;
  const snippet = [
    'import OpenAI from "openai";',
    '',
    'const client = new OpenAI({',
    `  baseURL: "${baseUrl}",`,
    '  apiKey: process.env.OPENWARD_TOKEN, // a token with the role service',
    '});',
  ].join('\n');
  return (
    <Card title="Collect data: change one address" aside={<CopyButton text={snippet} label="Copy the snippet" />}>
      <div className="stack">
        <p className="muted">
          Point the OpenAI client of your application here. Its calls are answered by {status.incumbent.model} as
          before, and captured.
        </p>
        <pre className="snippet">
          <code>{snippet}</code>
        </pre>
        <p className="muted">
          Or bring what you have: <Link to={`/projects/${status.id}/data`}>drop a file of examples</Link>.
        </p>
      </div>
    </Card>
  );
}
