import { useQueryClient } from '@tanstack/react-query';
import { api, taken } from '../../../../api/client';
import { keys } from '../../../../api/queries';
import { ConfirmDialog } from '../../../../pieces/confirm-dialog';

export interface SignDialogProps {
  readonly projectId: string;
  readonly source: string;
  /** The source as people know it. */
  readonly name: string;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

export function SignDialog({ projectId, source, name, open, onOpenChange }: SignDialogProps) {
  const queries = useQueryClient();
  const sign = async (reason: string) => {
    const body = { source, reason };
    await taken(
      api.POST('/v1/projects/{projectId}/rights-acknowledgements', { params: { path: { projectId } }, body } as never),
    );
    await queries.invalidateQueries({ queryKey: keys.project(projectId) });
  };
  return (
    <ConfirmDialog
      title={`Sign for ${name}`}
      what={
        <p>
          You say that you looked at the licence or the terms, and that these rows may be used to make this model for
          the declared use. Another model or use asks again. Say what you looked at and why it is right.
        </p>
      }
      confirmLabel="Sign with my name"
      reason="required"
      open={open}
      onOpenChange={onOpenChange}
      onConfirm={sign}
    />
  );
}
