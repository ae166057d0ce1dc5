import { useQueryClient } from '@tanstack/react-query';
import { api, taken } from '../../../../api/client';
import { keys } from '../../../../api/queries';
import { ConfirmDialog } from '../../../../pieces/confirm-dialog';
import { counted } from '../data-words';
import type { UploadDialogProps } from './rights-dialog';

export function WithdrawDialog({ projectId, upload, open, onOpenChange }: UploadDialogProps) {
  const queries = useQueryClient();
  const withdraw = async (reason: string) => {
    const path = { projectId, importId: upload.id };
    await taken(
      api.POST('/v1/projects/{projectId}/imports/{importId}/withdraw', {
        params: { path },
        body: { reason },
      } as never),
    );
    await queries.invalidateQueries({ queryKey: keys.project(projectId) });
  };
  return (
    <ConfirmDialog
      title={`Withdraw ${upload.fileName}?`}
      what={
        <p>
          Its {counted(upload.accepted, 'row')} are taken out; rows that another upload delivered too stay. Data sets
          that were frozen before keep them. Uploading the file again brings them back.
        </p>
      }
      confirmLabel="Withdraw it"
      isGrave
      reason="required"
      open={open}
      onOpenChange={onOpenChange}
      onConfirm={withdraw}
    />
  );
}
