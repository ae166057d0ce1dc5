import { useState } from 'react';
import type { Schemas } from '../../../../api/client';
import { TableWrap } from '../../../../pieces/table-wrap';
import { counted, percent } from '../data-words';

type Pair = Schemas['LeakPairResponse'];

const shown = 8;

/** Pairs that are too much alike, the most alike first. */
export function LeakPairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  const [isWhole, setIsWhole] = useState(false);
  const sorted = [...pairs].sort((one, other) => other.jaccard - one.jaccard);
  const visible = isWhole ? sorted : sorted.slice(0, shown);
  return (
    <div className="stack-s">
      <TableWrap label="Pairs of rows that are alike">
        <table className="table pair-table">
          <thead>
            <tr>
              <th scope="col">Training row</th>
              <th scope="col">Held-out row</th>
              <th scope="col" className="number">
                In common
              </th>
            </tr>
          </thead>
          <tbody>
            {visible.map(({ holdoutKey, trainKey, jaccard, holdoutExcerpt, trainExcerpt }) => (
              <tr key={`${trainKey} ${holdoutKey}`}>
                <td className="captured">{trainExcerpt}</td>
                <td className="captured">{holdoutExcerpt}</td>
                <td className="number">{percent(jaccard)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </TableWrap>
      {pairs.length > shown && (
        <div>
          <button type="button" className="button" data-size="small" onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? 'Show fewer' : `Show all ${counted(pairs.length, 'pair')}`}
          </button>
        </div>
      )}
    </div>
  );
}
