import { useState } from 'react';
import type { Schemas } from '../../../../api/client';
import { useMe } from '../../../../api/queries';
import { Badge } from '../../../../pieces/badge';
import { Card } from '../../../../pieces/card';
import { FormDialog } from '../../../../pieces/form-dialog';
import { AreaField, ChoiceField, TextField } from '../../../../pieces/form-field';
import { given, linesOf, momentOf, numberOf, textOf } from '../../../../pieces/read-form';
import { useDrills, useLockInChange } from '../use-lock-in';
import { mayEstimate } from './liability-card';

type Drill = Schemas['DrillResponse'];

const kinds = [
  ['exit', 'Exit: all calls to the substitute'],
  ['failover', 'Failover: the substitute takes over at once'],
  ['runbook', 'Runbook: somebody else follows it'],
  ['export', 'Export: everything the vendor holds is brought out'],
] as const;

export function DrillsCard({ projectId }: { readonly projectId: string }) {
  const drills = useDrills(projectId);
  const me = useMe();
  const [isRecording, setIsRecording] = useState(false);
  const isMine = me.data !== undefined && mayEstimate.has(me.data.role);
  return (
    <Card
      title="Drills"
      note="Exits, failovers and exports that were carried out; rollbacks and cutovers of the project count by themselves."
      aside={
        isMine && (
          <button type="button" className="button" data-size="small" onClick={() => setIsRecording(true)}>
            Record a drill
          </button>
        )
      }
    >
      {drills.data?.length === 0 && <p className="muted">None yet. A plan that was never tried is a hope.</p>}
      {drills.data !== undefined && drills.data.length > 0 && <DrillTable drills={drills.data} />}
      {isRecording && <DrillForm projectId={projectId} close={() => setIsRecording(false)} />}
    </Card>
  );
}

function DrillForm({ projectId, close }: { readonly projectId: string; readonly close: () => void }) {
  const change = useLockInChange(projectId);
  const record = (form: FormData) =>
    change({
      method: 'POST',
      path: 'drills',
      body: given({
        kind: textOf(form, 'kind'),
        scenario: textOf(form, 'scenario'),
        at: momentOf(form, 'on'),
        passed: textOf(form, 'passed') === 'yes',
        hours: numberOf(form, 'hours'),
        impactToleranceHours: numberOf(form, 'tolerance'),
        evidence: linesOf(form, 'evidence'),
        note: textOf(form, 'note'),
      }),
    });
  return (
    <FormDialog
      title="Record a drill"
      what={<p>Passed or failed: a failed drill is worth more than none.</p>}
      submitLabel="Record it"
      close={close}
      onSubmit={record}
    >
      <DrillFields />
    </FormDialog>
  );
}

function hoursWords(hours: number | null): string {
  if (hours === null) {
    return 'not known';
  }
  return hours < 0.1 ? 'minutes' : `${hours.toLocaleString('en', { maximumFractionDigits: 1 })} h`;
}

function DrillTable({ drills }: { readonly drills: readonly Drill[] }) {
  return (
    <table className="table stacked-table">
      <thead>
        <tr>
          <th scope="col">Drill</th>
          <th scope="col">Day</th>
          <th scope="col">Result</th>
          <th scope="col" className="number">
            Took
          </th>
          <th scope="col">Known from</th>
        </tr>
      </thead>
      <tbody>
        {drills.map((drill) => (
          <tr key={drill.id}>
            <td>
              <strong>{drill.kind}</strong>, {drill.scenario === 'stressed' ? 'under stress' : 'planned'}
              <br />
              <span className="muted">{drill.note}</span>
            </td>
            <td data-label="Day">{drill.at.slice(0, 10)}</td>
            <td data-label="Result">
              <Badge tone={drill.passed ? 'good' : 'bad'}>{drill.passed ? 'Passed' : 'Failed'}</Badge>
            </td>
            <td data-label="Took" className="number">
              {hoursWords(drill.hours)}
              {drill.impactToleranceHours !== null && <span className="faint"> of {drill.impactToleranceHours} h</span>}
            </td>
            <td data-label="Known from">
              {drill.source.startsWith('history') ? 'the project’s own history' : drill.recordedBy}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function DrillFields() {
  return (
    <>
      <ChoiceField name="kind" label="Kind" options={kinds} isRequired />
      <div className="two-fields">
        <ChoiceField
          name="scenario"
          label="Scenario"
          options={[
            ['stressed', 'under stress'],
            ['non-stressed', 'planned'],
          ]}
        />
        <ChoiceField
          name="passed"
          label="Result"
          options={[
            ['yes', 'passed'],
            ['no', 'failed'],
          ]}
        />
        <TextField name="on" label="Day" type="date" isRequired max={new Date().toISOString().slice(0, 10)} />
        <TextField name="hours" label="Hours until all calls had moved" type="number" min={0} step="any" />
        <TextField name="tolerance" label="Hours the function can be away" type="number" min={0.01} step="any" />
      </div>
      <AreaField name="note" label="What happened" isRequired />
      <AreaField
        name="evidence"
        label="Evidence"
        isRequired
        hint="One on each line. A drill without evidence is a story."
      />
    </>
  );
}
