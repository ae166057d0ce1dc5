import type { ProjectStatus } from '../../../api/queries';
import { Empty } from '../../../pieces/empty';
import { MeasureButton } from './measure-button';

export function NotMeasured({ status }: { readonly status: ProjectStatus }) {
  return (
    <div className="card">
      <Empty title="Lock-in was not measured yet" action={<MeasureButton projectId={status.id} measuredAt={null} />}>
        It is measured by itself each day and after what bears on it: calls through the gateway, imports, comparisons,
        facts that people declare. The first measurement comes within a minute after the project was made.
      </Empty>
    </div>
  );
}
