import { useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { useNavigate } from 'react-router';
import { api, orderKey, type Schemas, taken } from '../../api/client';
import { keys } from '../../api/queries';
import type { CatalogModel } from '../../pieces/model-facts';
import { ProblemBox } from '../../pieces/problem-box';
import { CandidateQuestion } from './candidate-question';
import { ModelQuestion } from './model-question';
import { PolicyQuestion } from './policy-question';
import { type ModelChoice, ownVendor, requestOf } from './project-form';
import { Question } from './question';
import { OwnerQuestion, TaskQuestion } from './task-question';

export interface ProjectFormProps {
  readonly person: string;
  readonly vendors: readonly Schemas['VendorResponse'][];
  readonly catalog: readonly CatalogModel[];
  readonly policies: readonly Schemas['PolicyResponse'][];
}

const classification = 'closed-set classification';

export function ProjectForm({ person, vendors, catalog, policies }: ProjectFormProps) {
  const { kind, changeKind, candidate, setCandidate } = useTask();
  const [incumbent, setIncumbent] = useState<ModelChoice>({ vendor: vendors[0]?.name ?? '', model: '' });
  const [policy, setPolicy] = useState(policies.find((one) => one.name === 'default')?.name ?? policies[0]?.name ?? '');
  const { state, create } = useCreate();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void create(requestOf(new FormData(event.currentTarget), { incumbent, candidate }));
  };
  return (
    <form className="stack" onSubmit={submit}>
      <Question number={1} title="What does the model do?">
        <TaskQuestion kind={kind} onKind={changeKind} />
      </Question>
      <Question number={2} title="Which closed model does it today?">
        <ModelQuestion
          legend="The incumbent"
          vendors={vendors}
          catalog={catalog}
          proposes={(model) => model.openness === 'closed'}
          value={incumbent}
          onChange={setIncumbent}
        />
      </Question>
      <Question number={3} title="Which open model may take over?">
        <CandidateQuestion
          taskKind={kind}
          vendors={vendors}
          catalog={catalog}
          value={candidate}
          onChange={setCandidate}
        />
      </Question>
      <Question number={4} title="Who answers for it, and what is at stake?">
        <OwnerQuestion person={person} />
      </Question>
      <Question number={5} title="By which numbers is it judged?">
        <PolicyQuestion policies={policies} chosen={policy} onChange={setPolicy} />
      </Question>
      {state.error !== null && <ProblemBox error={state.error} />}
      <div className="row">
        <button type="submit" className="button" data-kind="primary" disabled={state.busy}>
          {state.busy ? 'Asking the service…' : 'Begin the project'}
        </button>
        <span className="faint">It can be changed until it is decided to migrate; then the policy is frozen.</span>
      </div>
    </form>
  );
}

const student: ModelChoice = { vendor: ownVendor, model: 'baseline-student' };

/** What the model does, and with it which candidate is proposed. */
function useTask() {
  const [kind, setKind] = useState(classification);
  const [candidate, setCandidate] = useState(student);
  const changeKind = (next: string) => {
    setKind(next);
    // No recipe here makes a generator: the candidate has to be one that somebody serves.
    setCandidate(next === classification ? student : { vendor: '', model: '' });
  };
  return { kind, changeKind, candidate, setCandidate };
}

function useCreate() {
  const [state, setState] = useState<{ busy: boolean; error: unknown }>({ busy: false, error: null });
  const queries = useQueryClient();
  const navigate = useNavigate();
  const create = async (body: Schemas['CreateProjectRequest']) => {
    setState({ busy: true, error: null });
    try {
      const headers = { 'Idempotency-Key': orderKey() };
      const made = (await taken(api.POST('/v1/projects', { headers, body } as never))) as Schemas['ProjectResponse'];
      await queries.invalidateQueries({ queryKey: keys.board });
      await navigate(`/projects/${made.id}?first=1`);
    } catch (error) {
      setState({ busy: false, error });
    }
  };
  return { state, create };
}
