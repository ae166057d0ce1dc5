// Bring rows in, watch them come, see which lines are bad and why, and take an upload out again.
import { useState } from 'react';
import { useSearchParams } from 'react-router';
import { Card } from '../../../../pieces/card';
import { Empty } from '../../../../pieces/empty';
import { Loading } from '../../../../pieces/loading';
import { ProblemBox } from '../../../../pieces/problem-box';
import type { DataPartProps } from '../data-part';
import { useUploads } from '../data-queries';
import { useMay, whoMay } from '../may';
import { UploadForm } from './upload-form';
import { UploadItem } from './upload-item';
import './imports.css';

export function Part({ status }: DataPartProps) {
  const [isSending, setIsSending] = useState(false);
  const [search, setSearch] = useSearchParams();
  const uploads = useUploads(status.id, isSending);
  const mayImport = useMay('import');
  const opened = search.get('import');
  return (
    <div className="stack">
      <Card title="Import a file">
        {mayImport ? (
          <UploadForm projectId={status.id} onSending={setIsSending} />
        ) : (
          <p className="muted">{whoMay('import')} may import rows.</p>
        )}
      </Card>
      <Card title="Uploads" note="Newest first. A row that was there already is kept once.">
        {uploads.isError && <ProblemBox error={uploads.error} retry={() => void uploads.refetch()} />}
        {uploads.isPending && <Loading what="the uploads" />}
        {uploads.data?.length === 0 && (
          <Empty title="No file was imported yet">Drop one above, or let traffic pass through the gateway.</Empty>
        )}
        <ul className="uploads">
          {(uploads.data ?? []).map((upload) => (
            <UploadItem
              key={upload.id}
              projectId={status.id}
              upload={upload}
              isOpen={upload.id === opened}
              onOpen={(isOpen) =>
                setSearch(isOpen ? { import: upload.id } : {}, { replace: true, preventScrollReset: true })
              }
            />
          ))}
        </ul>
      </Card>
    </div>
  );
}
