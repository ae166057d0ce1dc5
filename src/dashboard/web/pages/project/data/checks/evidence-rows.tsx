import { TableWrap } from '../../../../pieces/table-wrap';
import type { Finding } from '../data-queries';
import { number } from '../data-words';
import type { OriginNames } from '../origin-names';

/** The rows that a finding rests on: where they came from and a masked excerpt, as text. */
export function EvidenceRows({ finding, names }: { readonly finding: Finding; readonly names: OriginNames }) {
  const { evidence, evidenceTotal } = finding;
  if (evidence.length === 0) {
    return null;
  }
  return (
    <details>
      <summary>
        {evidence.length < evidenceTotal
          ? `${number(evidence.length)} of ${number(evidenceTotal)} rows that show it`
          : `${number(evidenceTotal)} ${evidenceTotal === 1 ? 'row that shows' : 'rows that show'} it`}
      </summary>
      <TableWrap label="Rows that show it" className="evidence">
        <table className="table">
          <thead>
            <tr>
              <th scope="col">Where it came from</th>
              <th scope="col">Excerpt, masked</th>
            </tr>
          </thead>
          <tbody>
            {evidence.map(({ rowKey, origin, originId, line, excerpt }, at) => (
              <tr key={`${rowKey ?? ''} ${at}`}>
                <td className="nowrap">{names.of(origin, originId, line)}</td>
                <td className="captured">{excerpt}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableWrap>
    </details>
  );
}
