import { useState } from 'react';
import { Badge } from '../../../../pieces/badge';
import { Icon } from '../../../../pieces/icon';
import { TimeAgo } from '../../../../pieces/time-ago';
import type { Upload } from '../data-queries';
import { bytesWords, counted, number, sideWord } from '../data-words';
import { useMay } from '../may';
import { FaultList } from './fault-list';
import { RightsDialog } from './rights-dialog';
import { UploadProgress } from './upload-progress';
import { WithdrawDialog } from './withdraw-dialog';

export interface UploadItemProps {
  readonly projectId: string;
  readonly upload: Upload;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
}

export function UploadItem({ projectId, upload, isOpen, onOpen }: UploadItemProps) {
  const [dialog, setDialog] = useState<'rights' | 'withdraw' | null>(null);
  const close = (open: boolean) => setDialog(open ? dialog : null);
  return (
    <li className="upload">
      <div className="upload-head">
        <div className="upload-name">
          <strong>{upload.fileName}</strong>
          <span className="faint">
            {upload.createdBy} · <TimeAgo at={upload.createdAt} /> · {bytesWords(upload.bytes)} ·{' '}
            {sideWord(upload.split)}
          </span>
        </div>
        <State upload={upload} />
      </div>
      {upload.state === 'running' ? <UploadProgress upload={upload} /> : <Counts upload={upload} />}
      {upload.problem !== null && <p className="fault-text">{upload.problem}</p>}
      {upload.withdrawn !== null && (
        <p className="muted">
          Withdrawn by {upload.withdrawn.by} <TimeAgo at={upload.withdrawn.at} />: “{upload.withdrawn.reason}”
        </p>
      )}
      <UploadActions upload={upload} isOpen={isOpen} onOpen={onOpen} onDialog={setDialog} />
      {isOpen && upload.rejected > 0 && <FaultList projectId={projectId} upload={upload} />}
      {dialog === 'rights' && <RightsDialog projectId={projectId} upload={upload} open onOpenChange={close} />}
      {dialog === 'withdraw' && <WithdrawDialog projectId={projectId} upload={upload} open onOpenChange={close} />}
    </li>
  );
}

interface UploadActionsProps extends Omit<UploadItemProps, 'projectId'> {
  readonly onDialog: (dialog: 'rights' | 'withdraw') => void;
}

function UploadActions({ upload, isOpen, onOpen, onDialog }: UploadActionsProps) {
  const mayWithdraw = useMay('import');
  const mayDeclare = useMay('declareRights');
  const isDone = upload.state === 'done';
  return (
    <div className="row">
      {upload.rejected > 0 && (
        <button
          type="button"
          className="button"
          data-size="small"
          aria-expanded={isOpen}
          onClick={() => onOpen(!isOpen)}
        >
          <Icon name="warning" />
          {isOpen ? 'Hide bad lines' : `See ${counted(upload.rejected, 'bad line')}`}
        </button>
      )}
      {mayDeclare && isDone && (
        <button type="button" className="button" data-size="small" onClick={() => onDialog('rights')}>
          <Icon name="shield" />
          {rightsWords(upload)}
        </button>
      )}
      {mayWithdraw && isDone && upload.withdrawn === null && (
        <button
          type="button"
          className="button"
          data-size="small"
          data-kind="quiet"
          onClick={() => onDialog('withdraw')}
        >
          Withdraw…
        </button>
      )}
    </div>
  );
}

function State({ upload }: { readonly upload: Upload }) {
  if (upload.withdrawn !== null) {
    return <Badge tone="unknown">Withdrawn</Badge>;
  }
  if (upload.state === 'running') {
    return (
      <Badge tone="accent" plain>
        Coming in
      </Badge>
    );
  }
  return upload.state === 'failed' ? <Badge tone="bad">Broke off</Badge> : <Badge tone="good">Taken</Badge>;
}

function Counts({ upload }: { readonly upload: Upload }) {
  const counts = [
    ['read', upload.total],
    ['new', upload.accepted],
    ['there already', upload.duplicates],
    ['bad', upload.rejected],
  ] as const;
  return (
    <dl className="upload-counts">
      {counts.map(([name, count]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{number(count)}</dd>
        </div>
      ))}
      <div>
        <dt>format</dt>
        <dd>{upload.format}</dd>
      </div>
    </dl>
  );
}

function rightsWords({ rights }: Upload): string {
  const said = Object.values(rights).filter((one) => one !== null).length;
  return said === 0 ? 'Rights: nothing said' : `Rights: ${said} of ${Object.keys(rights).length} said`;
}
