import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, taken } from '../../../../api/client';
import { keys } from '../../../../api/queries';
import { Badge } from '../../../../pieces/badge';
import { Card } from '../../../../pieces/card';
import { Loading } from '../../../../pieces/loading';
import { ProblemBox } from '../../../../pieces/problem-box';
import { TimeAgo } from '../../../../pieces/time-ago';
import { type Plan, usePlan } from '../data-queries';
import { useMay, whoMay } from '../may';
import { PlanFields } from './plan-fields';
import { formOfPlan, planOfForm } from './plan-form-state';

export interface PlanCardProps {
  readonly projectId: string;
  readonly incumbentVendor: string;
}

export function PlanCard(props: PlanCardProps) {
  const plan = usePlan(props.projectId);
  const declaredAt = plan.data?.declaredAt ?? null;
  // Kept here: the form below begins anew with what was declared.
  const [isDone, setIsDone] = useState(false);
  return (
    <Card
      title="What the data is for"
      note="It decides which rights are needed and where rows are cut. What is left open stays unknown, and a check says so."
      aside={
        plan.data === undefined ? null : declaredAt === null ? (
          <Badge tone="unknown">Nothing declared</Badge>
        ) : (
          <span className="faint">
            declared by {plan.data.declaredBy}, <TimeAgo at={declaredAt} />
          </span>
        )
      }
    >
      {plan.isError && <ProblemBox error={plan.error} retry={() => void plan.refetch()} />}
      {plan.isPending && <Loading what="the declaration" />}
      {plan.data !== undefined && (
        <PlanEditor key={declaredAt} plan={plan.data} onDone={() => setIsDone(true)} {...props} />
      )}
      <p className="muted" role="status">
        {isDone ? 'Declared. Measure again to see what it changes.' : ''}
      </p>
    </Card>
  );
}

interface PlanEditorProps extends PlanCardProps {
  readonly plan: Plan;
  readonly onDone: () => void;
}

function PlanEditor({ plan, projectId, incumbentVendor, onDone }: PlanEditorProps) {
  const queries = useQueryClient();
  const mayDeclare = useMay('declarePlan');
  const [form, setForm] = useState(() => formOfPlan(plan, incumbentVendor));
  const [state, setState] = useState<{ readonly busy: boolean; readonly error: unknown }>({ busy: false, error: null });
  const declare = async () => {
    setState({ busy: true, error: null });
    try {
      const body = planOfForm(form, plan);
      await taken(api.PUT('/v1/projects/{projectId}/data-plan', { params: { path: { projectId } }, body }));
      setState({ busy: false, error: null });
      onDone();
      await queries.invalidateQueries({ queryKey: keys.project(projectId) });
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        void declare();
      }}
    >
      <PlanFields form={form} isFixed={!mayDeclare} onChange={setForm} />
      {state.error !== null && <ProblemBox error={state.error} />}
      <div className="row">
        {mayDeclare ? (
          <button type="submit" className="button" data-kind="primary" disabled={state.busy}>
            {state.busy ? 'Asking the service…' : 'Declare'}
          </button>
        ) : (
          <span className="faint">{whoMay('declarePlan')} may declare it.</span>
        )}
      </div>
    </form>
  );
}
