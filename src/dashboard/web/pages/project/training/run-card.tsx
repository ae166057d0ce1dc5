import type { Schemas } from '../../../api/client';
import { Badge } from '../../../pieces/badge';
import { CopyButton } from '../../../pieces/copy-button';
import { FactList } from '../../../pieces/fact-list';
import { Icon } from '../../../pieces/icon';
import { count, seconds } from '../../../pieces/numbers';
import { Progress } from '../../../pieces/progress';
import { RunBadge } from '../../../pieces/run-badge';
import { TimeAgo } from '../../../pieces/time-ago';
import type { TrainingRun } from './use-runs';

export interface RunCardProps {
  readonly run: TrainingRun;
  readonly recipes: readonly Schemas['RecipeResponse'][];
  /** The artefact that answers as the candidate now. */
  readonly inUse: string | null;
}

export function RunCard({ run, recipes, inUse }: RunCardProps) {
  const title = recipes.find((one) => one.id === run.recipe)?.title ?? run.recipe;
  const heading = `run-${run.id}`;
  return (
    <section className="card" aria-labelledby={heading}>
      <div className="card-head">
        <h2 id={heading}>
          {title}, <TimeAgo at={run.createdAt} />
        </h2>
        {run.artefactId !== null && run.artefactId === inUse && (
          <Badge tone="accent" plain>
            The candidate
          </Badge>
        )}
        <RunBadge state={run.state} />
      </div>
      <div className="card-body stack">
        {run.state === 'running' && (
          <Progress label={`Training ${title}`} share={run.progressShare} etaSeconds={run.etaSeconds} />
        )}
        {run.failure !== null && <p>{run.failure}</p>}
        <FactList
          facts={[
            ['Rows', count(run.trainRows)],
            ['Time', run.trainSeconds === null ? 'not yet' : seconds(run.trainSeconds)],
            ['Asked for by', run.createdBy],
            ['Data set', <Digest key="data" value={run.datasetDigest} />],
            ['Artefact', <Digest key="artefact" value={run.artefactDigest} />],
          ]}
        />
        {run.artefactId !== null && <Artefact run={run} artefactId={run.artefactId} />}
      </div>
    </section>
  );
}

/** What came of it: one file to keep, and a door to ask it at. */
function Artefact({ run, artefactId }: { readonly run: TrainingRun; readonly artefactId: string }) {
  const baseUrl = `${window.location.origin}/candidates/${artefactId}/v1`;
  return (
    <div className="stack-s">
      <p className="muted">
        It is yours: one file, and an address that any OpenAI client can ask. The model’s name there is{' '}
        <code className="breakable">{run.servedModel}</code>.
      </p>
      <div className="row">
        <a className="button" data-size="small" href={`/v1/projects/${run.projectId}/artefacts/${artefactId}`} download>
          <Icon name="download" />
          Download the artefact
        </a>
        <CopyButton text={baseUrl} label="Copy its base URL" />
      </div>
    </div>
  );
}

function Digest({ value }: { readonly value: string | null }) {
  return value === null ? <>none yet</> : <code title={value}>{value.slice(7, 19)}</code>;
}
