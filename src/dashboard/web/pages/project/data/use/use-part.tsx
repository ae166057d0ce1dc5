// What the model is to be used for, by which right each source of rows may teach it, and who answers for what.
import type { DataPartProps } from '../data-part';
import { PlanCard } from './plan-card';
import { SourcesCard } from './sources-card';
import { WaiversCard } from './waivers-card';

export function Part({ status, report }: DataPartProps) {
  return (
    <div className="stack">
      <PlanCard projectId={status.id} incumbentVendor={status.incumbent.vendor} />
      <SourcesCard projectId={status.id} report={report} />
      <WaiversCard projectId={status.id} />
    </div>
  );
}
