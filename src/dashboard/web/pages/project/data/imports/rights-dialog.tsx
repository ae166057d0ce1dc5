import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, taken } from '../../../../api/client';
import { keys } from '../../../../api/queries';
import type { Upload } from '../data-queries';
import { FormDialog } from '../form-dialog';
import { type RightsForm, rightsOf } from './rights-answers';
import { RightsFields } from './rights-fields';

export interface UploadDialogProps {
  readonly projectId: string;
  readonly upload: Upload;
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
}

function formOf({ rights }: Upload): RightsForm {
  const told = rights.purposeIncludesTraining;
  return {
    licence: rights.licence ?? '',
    licenceRevision: rights.licenceRevision ?? '',
    source: rights.source ?? '',
    legalBasis: rights.legalBasis ?? '',
    training: told === null ? '' : told ? 'yes' : 'no',
    retentionUntil: rights.retentionUntil?.slice(0, 10) ?? '',
    optOuts: rights.optOuts === null ? '' : String(rights.optOuts),
  };
}

export function RightsDialog({ projectId, upload, open, onOpenChange }: UploadDialogProps) {
  const queries = useQueryClient();
  const [form, setForm] = useState(() => formOf(upload));
  const body = rightsOf(form);
  const declare = async () => {
    const path = { projectId, importId: upload.id };
    await taken(api.PATCH('/v1/projects/{projectId}/imports/{importId}/rights', { params: { path }, body } as never));
    await queries.invalidateQueries({ queryKey: keys.project(projectId) });
  };
  return (
    <FormDialog
      title={`By which right is ${upload.fileName} used?`}
      what={<p>What is left open stays unknown, and a check says so. Measure again afterwards.</p>}
      confirmLabel="Declare"
      isReady={Object.keys(body).length > 0}
      open={open}
      onOpenChange={onOpenChange}
      onConfirm={declare}
    >
      <RightsFields form={form} onChange={setForm} />
    </FormDialog>
  );
}
