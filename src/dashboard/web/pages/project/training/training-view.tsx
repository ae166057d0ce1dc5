// The runs that made candidates: how far each is, on what, and what came of it.
import { useRecipes } from '../../../api/queries';
import { Card } from '../../../pieces/card';
import { CopyAsCurl } from '../../../pieces/copy-button';
import { Empty } from '../../../pieces/empty';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { CommandBar } from '../overview/command-bar';
import { useMachine } from '../overview/use-machine';
import type { ProjectViewProps } from '../project-view';
import { RecipeCard } from './recipe-card';
import { RunCard } from './run-card';
import { useRuns } from './use-runs';

const own = 'openward';
const before = new Set(['assessing', 'deciding', 'collecting']);

export function View({ status, project }: ProjectViewProps) {
  const runs = useRuns(status.id);
  const recipes = useRecipes();
  const machine = useMachine();
  if (runs.isError) {
    return <ProblemBox error={runs.error} retry={() => void runs.refetch()} />;
  }
  if (runs.data === undefined) {
    return <Loading what="the training runs" />;
  }
  const recipe = recipes.data?.find((one) => one.id === project.candidate.model);
  const isOwn = project.candidate.vendor === own;
  return (
    <div className="split">
      <div className="stack">
        {runs.data.length === 0 && (
          <div className="card">
            <Empty title={isOwn ? 'Nothing was trained yet' : 'The candidate is not trained here'}>
              {emptyWords(isOwn, before.has(status.stage), status.candidate.model)}
            </Empty>
          </div>
        )}
        {runs.data.map((run) => (
          <RunCard key={run.id} run={run} recipes={recipes.data ?? []} inUse={project.candidateArtefactId} />
        ))}
      </div>
      <div className="stack">
        <Card title="What may be done" aside={<CopyAsCurl path={`/v1/projects/${status.id}/training-runs`} />}>
          {machine.data === undefined ? (
            <Loading what="the commands" />
          ) : (
            <CommandBar status={status} commands={machine.data.commands} only={['retry', 'retune']} />
          )}
        </Card>
        {recipe !== undefined && <RecipeCard recipe={recipe} />}
      </div>
    </div>
  );
}

function emptyWords(isOwn: boolean, isBefore: boolean, candidate: string): string {
  if (!isOwn) {
    return `${candidate} is served elsewhere; it is compared as it is, on the held-out examples.`;
  }
  return isBefore
    ? 'Training begins by itself when the gate of the data has opened: bring data first, under “Data readiness”.'
    : 'The run appears here as soon as it has begun.';
}
