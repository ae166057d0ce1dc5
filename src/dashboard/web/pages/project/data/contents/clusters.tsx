import type { Schemas } from '../../../../api/client';
import { counted } from '../data-words';

type Cluster = Schemas['ClusterResponse'];

/** The largest groups of rows that ask nearly the same; excerpts come masked from the service. */
export function Clusters({ clusters }: { readonly clusters: readonly Cluster[] }) {
  return (
    <ul className="plain-lines">
      {clusters.map(({ rows, members }, at) => (
        <li key={members[0]?.rowKey ?? at} className="cluster">
          <details open={at === 0}>
            <summary>
              {counted(rows, 'row')} like “{members[0]?.excerpt ?? ''}”
            </summary>
            <ul className="cluster-members">
              {members.map(({ rowKey, label, excerpt }) => (
                <li key={rowKey}>
                  <span className="captured">{excerpt}</span>
                  <span className="faint captured">{label}</span>
                </li>
              ))}
            </ul>
            {rows > members.length && (
              <p className="faint">{counted(rows - members.length, 'more row')} in this group.</p>
            )}
          </details>
        </li>
      ))}
    </ul>
  );
}
