// A project in a few honest questions: what the model does, which one goes and which one may come, who answers for it,
// and by which numbers it is judged.
import { useCatalog, useMe, usePolicies, useVendors } from '../../api/queries';
import { Empty } from '../../pieces/empty';
import { Loading } from '../../pieces/loading';
import { PageHead } from '../../pieces/page-head';
import { ProblemBox } from '../../pieces/problem-box';
import { ProjectForm } from './project-form-view';
import './new-project.css';

export function Page() {
  const me = useMe();
  const vendors = useVendors();
  const catalog = useCatalog();
  const policies = usePolicies();
  const error = vendors.error ?? catalog.error ?? policies.error;
  const mayCreate = me.data?.role === 'lead' || me.data?.role === 'admin';
  const isReady = vendors.data !== undefined && catalog.data !== undefined && policies.data !== undefined;
  return (
    <div className="new-project stack">
      <PageHead
        title="New project"
        lead="One AI task, from a closed model to an open one. Nothing changes for your users until a gate has opened for it."
      />
      {error !== null && <ProblemBox error={error} />}
      {me.data !== undefined && !mayCreate && (
        <div className="card">
          <Empty title="Your role may not begin a project">
            You are signed in as {me.data.role}. A lead or an administrator begins projects.
          </Empty>
        </div>
      )}
      {error === null && mayCreate && !isReady && <Loading what="what is known" />}
      {mayCreate && isReady && (
        <ProjectForm
          person={me.data?.person ?? ''}
          vendors={vendors.data}
          catalog={catalog.data}
          policies={policies.data}
        />
      )}
    </div>
  );
}
