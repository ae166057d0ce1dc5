import { Card } from '../../../../pieces/card';
import { CopyButton } from '../../../../pieces/copy-button';
import { Icon } from '../../../../pieces/icon';
import { Loading } from '../../../../pieces/loading';
import { ProblemBox } from '../../../../pieces/problem-box';
import { TableWrap } from '../../../../pieces/table-wrap';
import { TimeAgo } from '../../../../pieces/time-ago';
import { type Dataset, useDatasets } from '../data-queries';
import { number } from '../data-words';
import { useMay } from '../may';

/** The frozen data sets with their rows as files: one for each side, so that nobody trains on the hold-out by mistake. */
export function DatasetTable({ projectId }: { readonly projectId: string }) {
  const datasets = useDatasets(projectId);
  return (
    <Card title="Frozen data sets" note="Rows of a frozen set never change; its digest proves it.">
      {datasets.isError && <ProblemBox error={datasets.error} retry={() => void datasets.refetch()} />}
      {datasets.isPending && <Loading what="the data sets" />}
      {datasets.data?.length === 0 && <p className="muted">None yet: the first measurement freezes the first one.</p>}
      {datasets.data !== undefined && datasets.data.length > 0 && (
        <Datasets projectId={projectId} datasets={datasets.data} />
      )}
    </Card>
  );
}

interface DatasetsProps {
  readonly projectId: string;
  /** Newest first. */
  readonly datasets: readonly Dataset[];
}

function Datasets({ projectId, datasets }: DatasetsProps) {
  const maySee = useMay('seeRows');
  return (
    <TableWrap label="Frozen data sets">
      <table className="table stacked-table">
        <thead>
          <tr>
            <th scope="col">Set</th>
            <th scope="col">Frozen</th>
            <th scope="col" className="number">
              Training
            </th>
            <th scope="col" className="number">
              Held out
            </th>
            <th scope="col">Digest</th>
            {maySee && <th scope="col">Rows as Parquet</th>}
          </tr>
        </thead>
        <tbody>
          {datasets.map((dataset, at) => (
            <tr key={dataset.id}>
              <td>Version {datasets.length - at}</td>
              <td className="nowrap" data-label="Frozen">
                <TimeAgo at={dataset.frozenAt} /> <span className="faint block">by {dataset.frozenBy}</span>
              </td>
              <td data-label="Training" className="number">
                {number(dataset.trainRows)}
              </td>
              <td data-label="Held out" className="number">
                {number(dataset.holdoutRows)}
              </td>
              <td className="nowrap" data-label="Digest">
                <code>{dataset.digest.replace('sha256:', '').slice(0, 10)}…</code>
                <CopyButton text={dataset.digest} label="Copy" />
              </td>
              {maySee && (
                <td className="nowrap" data-label="As Parquet">
                  <Download projectId={projectId} datasetId={dataset.id} side="train" label="Training" />
                  <Download projectId={projectId} datasetId={dataset.id} side="holdout" label="Held out" />
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

interface DownloadProps {
  readonly projectId: string;
  readonly datasetId: string;
  readonly side: 'train' | 'holdout';
  readonly label: string;
}

function Download({ projectId, datasetId, side, label }: DownloadProps) {
  return (
    <a
      className="button"
      data-size="small"
      data-kind="quiet"
      href={`/v1/projects/${projectId}/datasets/${datasetId}/${side}.parquet`}
      download
    >
      <Icon name="download" />
      {label}
    </a>
  );
}
