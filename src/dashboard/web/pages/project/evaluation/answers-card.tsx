// Answers side by side, disagreements first. What models wrote is shown as text and never as anything else.
import { useState } from 'react';
import { Badge } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';
import { Empty } from '../../../pieces/empty';
import { TableWrap } from '../../../pieces/table-wrap';
import type { EvaluationItem } from './use-evaluations';

const filters = [
  ['differ', 'They differ', (one: EvaluationItem) => one.candidateCorrect !== one.incumbentCorrect],
  ['candidate', 'Candidate wrong', (one: EvaluationItem) => (one.candidateCorrect as boolean | null) === false],
  ['incumbent', 'Incumbent wrong', (one: EvaluationItem) => (one.incumbentCorrect as boolean | null) === false],
  ['problem', 'No answer', (one: EvaluationItem) => one.problem !== null],
  ['all', 'All', () => true],
] as const;
const rowsAtOnce = 25;

export function AnswersCard({ items }: { readonly items: readonly EvaluationItem[] }) {
  const [chosen, setChosen] = useState<string>('differ');
  const [shown, setShown] = useState(rowsAtOnce);
  const fits = filters.find(([name]) => name === chosen)?.[2] ?? (() => true);
  const found = items.filter(fits);
  const change = (name: string) => {
    setChosen(name);
    setShown(rowsAtOnce);
  };
  return (
    <Card
      title="Answers side by side"
      aside={
        <label className="row">
          <span className="muted">Show</span>
          <select className="input input-auto" value={chosen} onChange={(event) => change(event.target.value)}>
            {filters.map(([name, label, test]) => (
              <option key={name} value={name}>
                {label} ({items.filter(test).length})
              </option>
            ))}
          </select>
        </label>
      }
    >
      {found.length === 0 ? (
        <Empty title="No answer of this kind" />
      ) : (
        <div className="stack">
          <AnswerTable items={found.slice(0, shown)} />
          {found.length > shown && (
            <div className="row">
              <button type="button" className="button" data-size="small" onClick={() => setShown(shown + rowsAtOnce)}>
                Show more
              </button>
              <span className="faint">
                {shown} of {found.length}
              </span>
            </div>
          )}
        </div>
      )}
    </Card>
  );
}

function AnswerTable({ items }: { readonly items: readonly EvaluationItem[] }) {
  return (
    <TableWrap label="Answers side by side">
      <table className="table answers-table">
        <thead>
          <tr>
            <th scope="col">Example</th>
            <th scope="col">Expected</th>
            <th scope="col">Incumbent</th>
            <th scope="col">Candidate</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.rowKey}>
              <td>
                <code title={item.rowKey}>{item.rowKey.slice(0, 8)}</code>
              </td>
              <td>{item.expected}</td>
              <AnswerCell
                answer={item.incumbentAnswer as string | null}
                isRight={item.incumbentCorrect as boolean | null}
              />
              <AnswerCell
                answer={item.candidateAnswer as string | null}
                isRight={item.candidateCorrect as boolean | null}
              />
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function AnswerCell({ answer, isRight }: { readonly answer: string | null; readonly isRight: boolean | null }) {
  return (
    <td>
      <span className="answer">
        <Badge tone={isRight === null ? 'unknown' : isRight ? 'good' : 'bad'}>
          {isRight === null ? 'Not known' : isRight ? 'Right' : 'Wrong'}
        </Badge>
        <span>{answer ?? <em className="faint">no answer</em>}</span>
      </span>
    </td>
  );
}
