// The comparison of both models on held-out examples: the verdict with its interval, the pairs, the mistakes.
import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useSearchParams } from 'react-router';
import { api, type Schemas, taken } from '../../../api/client';
import { Card } from '../../../pieces/card';
import { Empty } from '../../../pieces/empty';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { Progress } from '../../../pieces/progress';
import { RunBadge } from '../../../pieces/run-badge';
import { CommandBar } from '../overview/command-bar';
import { useMachine } from '../overview/use-machine';
import type { ProjectViewProps } from '../project-view';
import { AnswersCard } from './answers-card';
import { ConfusionCard } from './confusion-card';
import { EvaluationPicker } from './evaluation-picker';
import { PairedTable } from './paired-table';
import { type Comparison, type Evaluation, useEvaluations, useItems } from './use-evaluations';
import { VerdictCard } from './verdict-card';
import './evaluation.css';

/** So many are counted without being asked for; a confusion matrix of a part would mislead. */
const rowsByItself = 5000;

export function View({ status }: ProjectViewProps) {
  const evaluations = useEvaluations(status.id);
  const [search] = useSearchParams();
  if (evaluations.isError) {
    return <ProblemBox error={evaluations.error} retry={() => void evaluations.refetch()} />;
  }
  if (evaluations.data === undefined) {
    return <Loading what="the comparisons" />;
  }
  const asked = search.get('evaluation');
  const one = evaluations.data.find(({ id }) => id === asked) ?? evaluations.data[0];
  if (one === undefined) {
    return (
      <div className="card">
        <Empty title="Nothing was compared yet">
          When a candidate exists, both models answer the held-out examples, and their answers are judged in pairs. It
          begins by itself in the stage “Evaluating”.
        </Empty>
      </div>
    );
  }
  return (
    <div className="stack">
      <EvaluationPicker evaluations={evaluations.data} chosen={one.id} />
      <One evaluation={one} />
      {status.stage === 'evaluating' && <Again status={status} />}
    </div>
  );
}

function One({ evaluation }: { readonly evaluation: Evaluation }) {
  const evaluators = useQuery({
    queryKey: ['evaluators'],
    queryFn: async () => ((await taken(api.GET('/v1/evaluators'))) as Schemas['EvaluatorListResponse']).evaluators,
    staleTime: 300_000,
  });
  const comparison = evaluation.comparison as unknown as Comparison | null;
  if (comparison === null) {
    return <Unfinished evaluation={evaluation} />;
  }
  const question = evaluators.data?.find((one) => one.id === comparison.evaluator)?.question ?? null;
  return (
    <>
      <div className="split">
        <VerdictCard evaluation={evaluation} comparison={comparison} question={question} />
        <PairedTable comparison={comparison} />
      </div>
      <Rows evaluation={evaluation} />
    </>
  );
}

function Unfinished({ evaluation }: { readonly evaluation: Evaluation }) {
  return (
    <Card title="Comparison" aside={<RunBadge state={evaluation.state} />}>
      {evaluation.state === 'running' ? (
        <Progress
          label="Both models answer the held-out examples"
          share={evaluation.progressShare as number | null}
          etaSeconds={evaluation.etaSeconds as number | null}
        />
      ) : (
        <p>{evaluation.failure ?? 'It was stopped before it had a result.'}</p>
      )}
    </Card>
  );
}

function Rows({ evaluation }: { readonly evaluation: Evaluation }) {
  const items = useItems(evaluation.projectId, evaluation.id);
  const rows = items.data?.pages.flatMap((page) => page.items) ?? [];
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = items;
  const mayGoOn = hasNextPage && !isFetchingNextPage && rows.length < rowsByItself;
  useEffect(() => {
    if (mayGoOn) {
      void fetchNextPage();
    }
  }, [mayGoOn, fetchNextPage]);
  if (items.isError) {
    return <ProblemBox error={items.error} retry={() => void items.refetch()} />;
  }
  if (items.data === undefined) {
    return <Loading what="the answers" />;
  }
  return (
    <>
      {hasNextPage && (
        <div className="row">
          <button type="button" className="button" disabled={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            Load more rows
          </button>
          <span className="muted">
            {rows.length} of {evaluation.rows} rows, disagreements first: the counts below are of these alone.
          </span>
        </div>
      )}
      <ConfusionCard items={rows} />
      <AnswersCard items={rows} evaluation={evaluation} />
    </>
  );
}

function Again({ status }: Pick<ProjectViewProps, 'status'>) {
  const machine = useMachine();
  return machine.data === undefined ? null : (
    <Card title="What may be done">
      <CommandBar status={status} commands={machine.data.commands} only={['retry', 'retune']} />
    </Card>
  );
}
