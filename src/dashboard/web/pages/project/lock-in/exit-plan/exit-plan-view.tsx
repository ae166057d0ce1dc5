// The exit plan of each arrangement: twelve items, what shows them, who has to bring what is missing.
import { useState } from 'react';
import { Link } from 'react-router';
import { useMe } from '../../../../api/queries';
import { Badge, type Tone } from '../../../../pieces/badge';
import { Card } from '../../../../pieces/card';
import { Empty } from '../../../../pieces/empty';
import { Loading } from '../../../../pieces/loading';
import { ProblemBox } from '../../../../pieces/problem-box';
import { type ExitPlan, useArrangements, useExitPlans } from '../use-lock-in';
import { ApproveForm } from './approve-form';
import { DossierCard } from './dossier-card';
import { ExitPlanItems } from './exit-plan-items';

export function ExitPlanView({ projectId }: { readonly projectId: string }) {
  const plans = useExitPlans(projectId);
  const arrangements = useArrangements(projectId);
  if (plans.isError) {
    return <ProblemBox error={plans.error} retry={() => void plans.refetch()} />;
  }
  if (plans.data === undefined) {
    return <Loading what="the exit plan" />;
  }
  return (
    <div className="stack">
      {plans.data.length === 0 ? (
        <div className="card">
          <Empty
            title="There is no arrangement to plan an exit from"
            action={
              <Link to={`/projects/${projectId}/lock-in/register`} className="button" data-kind="primary">
                Go to the register
              </Link>
            }
          >
            Each entry of the register gets a plan of twelve items. Some of them are written from the project’s own
            runs; for the rest the plan names who has to bring what.
          </Empty>
        </div>
      ) : (
        plans.data.map((plan) => (
          <Plan
            key={plan.arrangementId}
            projectId={projectId}
            plan={plan}
            provider={
              arrangements.data?.find(({ id }) => id === plan.arrangementId)?.arrangement.provider.name ??
              plan.contractRef
            }
          />
        ))
      )}
      <DossierCard projectId={projectId} />
    </div>
  );
}

const statusWords: Readonly<Record<string, readonly [Tone, string]>> = {
  approved: ['good', 'Approved'],
  draft: ['warn', 'Draft, not approved'],
  none: ['bad', 'Not begun'],
};

interface PlanProps {
  readonly projectId: string;
  readonly plan: ExitPlan;
  readonly provider: string;
}

function Plan({ projectId, plan, provider }: PlanProps) {
  const me = useMe();
  const [isApproving, setIsApproving] = useState(false);
  const [tone, word] = statusWords[plan.status] ?? ['unknown', plan.status];
  const shown = plan.items.filter(({ status }) => status === 'shown').length;
  const mayApprove = me.data?.role === 'approver' || me.data?.role === 'risk-owner';
  return (
    <Card
      id={`plan-${plan.arrangementId}`}
      title={`Leaving ${provider}`}
      aside={
        <>
          <Badge tone={tone}>{word}</Badge>
          <button
            type="button"
            className="button"
            data-size="small"
            disabled={!mayApprove}
            onClick={() => setIsApproving(true)}
          >
            Approve the plan
          </button>
        </>
      }
      note={
        <>
          Contract {plan.contractRef}. {shown} of {plan.items.length} items are shown.{' '}
          {plan.approvedBy !== null && plan.approvedUntil !== null
            ? `Approved by ${plan.approvedBy} until ${plan.approvedUntil.slice(0, 10)}.`
            : 'An approver or risk owner who brought none of it may approve it.'}
        </>
      }
    >
      <div className="stack">
        <progress className="progress" max={plan.items.length} value={shown} aria-label="Items that are shown" />
        <ExitPlanItems projectId={projectId} plan={plan} />
      </div>
      {isApproving && <ApproveForm projectId={projectId} plan={plan} close={() => setIsApproving(false)} />}
    </Card>
  );
}
