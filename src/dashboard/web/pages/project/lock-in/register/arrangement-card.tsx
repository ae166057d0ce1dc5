import { useState } from 'react';
import { Card } from '../../../../pieces/card';
import { ConfirmDialog } from '../../../../pieces/confirm-dialog';
import { FactList } from '../../../../pieces/fact-list';
import { TimeAgo } from '../../../../pieces/time-ago';
import { usd } from '../lock-in-words';
import { type Arrangement, useLockInChange } from '../use-lock-in';
import { ArrangementTables } from './arrangement-tables';
import { changes, charges, places, sensitivities, serviceTypes, wordOf } from './register-words';

export interface ArrangementCardProps {
  readonly projectId: string;
  readonly document: Arrangement;
  readonly isMine: boolean;
  readonly edit: () => void;
}

export function ArrangementCard({ projectId, document, isMine, edit }: ArrangementCardProps) {
  const [isLeaving, setIsLeaving] = useState(false);
  const { arrangement } = document;
  return (
    <Card
      id={document.id}
      title={`${arrangement.provider.name}, contract ${arrangement.contract.ref}`}
      aside={
        isMine && (
          <>
            <button type="button" className="button" data-size="small" onClick={edit}>
              Change
            </button>
            <button
              type="button"
              className="button"
              data-size="small"
              data-kind="quiet"
              onClick={() => setIsLeaving(true)}
            >
              Withdraw
            </button>
          </>
        )
      }
      note={
        <>
          Revision {document.version}, told by {document.toldBy} <TimeAgo at={document.toldAt} />.
        </>
      }
    >
      <div className="stack">
        <FactList facts={factsOf(document)} />
        <ArrangementTables arrangement={arrangement} />
      </div>
      {isLeaving && <WithdrawDialog projectId={projectId} document={document} close={() => setIsLeaving(false)} />}
    </Card>
  );
}

interface WithdrawDialogProps {
  readonly projectId: string;
  readonly document: Arrangement;
  readonly close: () => void;
}

function WithdrawDialog({ projectId, document, close }: WithdrawDialogProps) {
  const change = useLockInChange(projectId);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && close()}
      title="Withdraw the arrangement"
      what={
        <p>
          For an entry that was made by mistake. It stays readable; a contract that ended is changed, not withdrawn.
        </p>
      }
      confirmLabel="Withdraw it"
      isGrave
      reason="required"
      onConfirm={(reason) =>
        change({
          method: 'POST',
          path: `arrangements/${document.id}/withdraw`,
          version: document.version,
          body: { reason },
        })
      }
    />
  );
}

function yes(value: boolean | null | undefined): string {
  return value === null || value === undefined ? 'not told' : value ? 'yes' : 'no';
}

function factsOf({ arrangement }: Arrangement): readonly (readonly [string, React.ReactNode])[] {
  const { contract, provider } = arrangement;
  const days = (count: number | null | undefined) =>
    count === null || count === undefined ? 'not told' : `${count} days`;
  return [
    ['Provider', [provider.name, provider.country, provider.id].filter(Boolean).join(', ')],
    ['Service', wordOf(serviceTypes, arrangement.serviceType)],
    ['Runs', `${contract.startsOn ?? 'not told'} to ${contract.endsOn ?? 'no agreed end'}`],
    ['Notice by us', days(contract.noticeEntityDays)],
    ['Notice by them', days(contract.noticeProviderDays)],
    ['Price and terms change', wordOf(changes, contract.change)],
    ['Help with leaving', yes(contract.hasExitAssistance)],
    ['Return of data', yes(contract.hasDataReturn)],
    ['Right to audit', yes(contract.hasAuditRight)],
    ['Service level', yes(contract.hasServiceLevel)],
    ['Data lies', wordOf(places, contract.place)],
    ['Leaving costs', wordOf(charges, contract.charges)],
    ['Data sensitivity', wordOf(sensitivities, arrangement.sensitivity)],
    ['Exit owner', arrangement.exitOwner ?? 'not named'],
    [
      'Exit budget',
      arrangement.exitBudgetUsd === null || arrangement.exitBudgetUsd === undefined
        ? 'not told'
        : usd(arrangement.exitBudgetUsd),
    ],
  ];
}
