import { useState } from 'react';
import type { Schemas } from '../../../../api/client';
import { number } from '../data-words';

type Wanted = Schemas['WantedRowsResponse'];

const shown = 8;

/** What more rows are wanted of, the most wanted first. */
export function CollectNext({ wanted }: { readonly wanted: readonly Wanted[] }) {
  const [isWhole, setIsWhole] = useState(false);
  if (wanted.length === 0) {
    return <p className="muted">Nothing in particular: every quota is met.</p>;
  }
  return (
    <div className="stack-s">
      <ol className="wanted">
        {(isWhole ? wanted : wanted.slice(0, shown)).map(({ what, have, need, why }) => (
          <li key={what}>
            <div className="wanted-head">
              <strong>
                <bdi>{what}</bdi>
              </strong>
              <span className="faint wanted-count">
                {number(have)} of {number(need)}
              </span>
            </div>
            <span className="meter" aria-hidden="true">
              <span style={{ width: `${Math.min(100, need === 0 ? 100 : (have / need) * 100)}%` }} />
            </span>
            <span className="faint">{why}</span>
          </li>
        ))}
      </ol>
      {wanted.length > shown && (
        <div>
          <button type="button" className="button" data-size="small" onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? 'Show fewer' : `Show all ${wanted.length}`}
          </button>
        </div>
      )}
    </div>
  );
}
