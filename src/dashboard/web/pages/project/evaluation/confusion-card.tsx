// What was expected against what was answered: the diagonal is right, everything beside it is a mistake of one kind.
import { useState } from 'react';
import { Card } from '../../../pieces/card';
import { TableWrap } from '../../../pieces/table-wrap';
import { confusionOf, noAnswer, type Side } from './confusion';
import type { EvaluationItem } from './use-evaluations';

const labelsMax = 20;

export function ConfusionCard({ items }: { readonly items: readonly EvaluationItem[] }) {
  const [side, setSide] = useState<Side>('candidate');
  const { labels, othersCount, cell, largest } = confusionOf(items, side, labelsMax);
  const rows = labels.filter((label) => label !== noAnswer);
  return (
    <Card
      title="Confusion matrix"
      note={`Rows: what was expected. Columns: what the ${side} answered. ${othersCount > 0 ? `The ${labelsMax} most frequent labels; ${othersCount} more are put together.` : ''}`}
      aside={<Sides side={side} onSide={setSide} />}
    >
      <TableWrap label="Confusion matrix">
        <table className="confusion">
          <thead>
            <tr>
              <th scope="col">Expected</th>
              {labels.map((label) => (
                <th key={label} scope="col" className="confusion-column">
                  <span className="confusion-label">{label}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((expected) => (
              <tr key={expected}>
                <th scope="row">{expected}</th>
                {labels.map((answered) => {
                  const value = cell(expected, answered);
                  return (
                    <td
                      key={answered}
                      data-kind={value === 0 ? 'none' : expected === answered ? 'right' : 'wrong'}
                      style={{ '--weight': `${Math.round(12 + (58 * value) / largest)}%` } as React.CSSProperties}
                    >
                      {value === 0 ? '' : value}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </TableWrap>
    </Card>
  );
}

function Sides({ side, onSide }: { readonly side: Side; readonly onSide: (side: Side) => void }) {
  return (
    <fieldset className="segmented">
      <legend className="visually-hidden">Whose answers</legend>
      {(['candidate', 'incumbent'] as const).map((one) => (
        <label key={one}>
          <input
            type="radio"
            name="confusion-side"
            className="visually-hidden"
            checked={side === one}
            onChange={() => onSide(one)}
          />
          <span>{one === 'candidate' ? 'Candidate' : 'Incumbent'}</span>
        </label>
      ))}
    </fieldset>
  );
}
