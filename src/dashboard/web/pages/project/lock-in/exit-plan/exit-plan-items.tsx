import { useState } from 'react';
import { useMe } from '../../../../api/queries';
import { Badge } from '../../../../pieces/badge';
import { FormDialog } from '../../../../pieces/form-dialog';
import { AreaField, TextField } from '../../../../pieces/form-field';
import { given, linesOf, momentOf, textOf } from '../../../../pieces/read-form';
import { EvidenceList } from '../indicators/fact-trail';
import { roleWord } from '../lock-in-words';
import { type ExitPlan, useLockInChange } from '../use-lock-in';

type Item = ExitPlan['items'][number];
const mayBring = new Set(['lead', 'approver', 'risk-owner', 'admin']);

export function ExitPlanItems({ projectId, plan }: { readonly projectId: string; readonly plan: ExitPlan }) {
  const me = useMe();
  const [brought, setBrought] = useState<Item | null>(null);
  const isMine = me.data !== undefined && mayBring.has(me.data.role);
  return (
    <>
      <ol className="exit-items">
        {plan.items.map((item) => (
          <li key={item.number}>
            <span className="exit-number">{item.number}</span>
            <ItemBody item={item} />
            {isMine && item.from !== 'service' && (
              <button
                type="button"
                className="button"
                data-size="small"
                data-kind={item.status === 'missing' ? undefined : 'quiet'}
                onClick={() => setBrought(item)}
              >
                {item.status === 'missing' ? 'Bring evidence' : 'Bring newer'}
                <span className="visually-hidden"> for {item.title}</span>
              </button>
            )}
          </li>
        ))}
      </ol>
      {brought !== null && (
        <BringForm projectId={projectId} plan={plan} item={brought} close={() => setBrought(null)} />
      )}
    </>
  );
}

function ItemBody({ item }: { readonly item: Item }) {
  return (
    <div className="stack-s">
      <span className="row">
        <strong>{item.title}</strong>
        <Badge tone={item.status === 'shown' ? 'good' : 'bad'}>{item.status === 'shown' ? 'Shown' : 'Missing'}</Badge>
        {item.from === 'service' && <span className="faint">written from the project’s own runs</span>}
      </span>
      <span className="muted">{item.asks}</span>
      {item.text !== '' && <p className="exit-text">{item.text}</p>}
      {item.evidence.length > 0 && <EvidenceList evidence={item.evidence} />}
      {item.by !== null && item.at !== null && (
        <span className="faint">
          {item.by}, {item.at.slice(0, 10)}
        </span>
      )}
      {item.status === 'missing' && (
        <span className="faint">
          {item.supplier === 'service'
            ? 'The service writes it from the project’s own runs, once there are some.'
            : `To be supplied by: ${roleWord(item.supplier)}`}
        </span>
      )}
    </div>
  );
}

interface BringFormProps {
  readonly projectId: string;
  readonly plan: ExitPlan;
  readonly item: Item;
  readonly close: () => void;
}

function BringForm({ projectId, plan, item, close }: BringFormProps) {
  const change = useLockInChange(projectId);
  return (
    <FormDialog
      title={item.title}
      what={
        <p>
          {item.asks} {plan.status === 'approved' && 'An approval that was given is void after it.'}
        </p>
      }
      submitLabel="Bring it"
      close={close}
      onSubmit={(form) =>
        change({
          method: 'POST',
          path: `arrangements/${plan.arrangementId}/exit-plan/items/${item.number}/evidence`,
          version: plan.version,
          body: given({
            text: textOf(form, 'text'),
            evidence: linesOf(form, 'evidence'),
            validUntil: momentOf(form, 'validUntil'),
          }),
        })
      }
    >
      <AreaField
        name="text"
        label="What is planned or was done"
        isRequired
        value={item.from === 'people' ? item.text : ''}
      />
      <AreaField
        name="evidence"
        label="Evidence"
        value={item.from === 'people' ? item.evidence.join('\n') : ''}
        hint="One address or id on each line. Without any the item stays missing."
      />
      <TextField name="validUntil" label="Counts until" type="date" hint="Left out: no end." />
    </FormDialog>
  );
}
