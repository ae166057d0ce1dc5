import { Card } from '../../../pieces/card';
import { count } from '../../../pieces/numbers';
import { TableWrap } from '../../../pieces/table-wrap';
import type { Comparison } from './use-evaluations';

/** Who was right on the same questions: only the two cells where they differ decide. */
export function PairedTable({ comparison }: { readonly comparison: Comparison }) {
  return (
    <Card
      title="The same questions, both sides"
      note="Where both are right or both are wrong, nothing is told between them."
    >
      <TableWrap label="Pairs">
        <table className="table paired-table">
          <thead>
            <tr>
              <th scope="col">Pairs</th>
              <th scope="col" className="number">
                Incumbent right
              </th>
              <th scope="col" className="number">
                Incumbent wrong
              </th>
            </tr>
          </thead>
          <tbody>
            <tr>
              <th scope="row">Candidate right</th>
              <td className="number">{count(comparison.bothCorrect)}</td>
              <td className="number" data-wins="candidate">
                {count(comparison.onlyCandidateCorrect)}
              </td>
            </tr>
            <tr>
              <th scope="row">Candidate wrong</th>
              <td className="number" data-wins="incumbent">
                {count(comparison.onlyIncumbentCorrect)}
              </td>
              <td className="number">{count(comparison.bothWrong)}</td>
            </tr>
          </tbody>
        </table>
      </TableWrap>
    </Card>
  );
}
