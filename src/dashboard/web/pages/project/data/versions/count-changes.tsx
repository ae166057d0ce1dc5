import type { Schemas } from '../../../../api/client';
import { TableWrap } from '../../../../pieces/table-wrap';
import { number } from '../data-words';

type Count = Schemas['ComparedCountResponse'];

/** Named counts before and after; what stayed the same is said to be so. */
export function CountChanges({ title, counts }: { readonly title: string; readonly counts: readonly Count[] }) {
  const shown = (count: number | null) => (count === null ? '–' : number(count));
  return (
    <section className="stack-s" aria-label={title}>
      <h3>{title}</h3>
      {counts.length === 0 ? (
        <p className="muted">None.</p>
      ) : (
        <TableWrap label={title}>
          <table className="table">
            <thead>
              <tr>
                <th scope="col">{title.startsWith('Rows left') ? 'Step' : 'Reason'}</th>
                <th scope="col" className="number">
                  Before
                </th>
                <th scope="col" className="number">
                  After
                </th>
                <th scope="col" className="number">
                  Change
                </th>
              </tr>
            </thead>
            <tbody>
              {counts.map(({ name, before, after }) => (
                <tr key={name}>
                  <td>{name}</td>
                  <td className="number">{shown(before)}</td>
                  <td className="number">{shown(after)}</td>
                  <td className="number">{changeWords((after ?? 0) - (before ?? 0))}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </TableWrap>
      )}
    </section>
  );
}

function changeWords(change: number): string {
  return change === 0 ? '–' : change > 0 ? `+${number(change)}` : number(change);
}
