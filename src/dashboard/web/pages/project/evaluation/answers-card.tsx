// Answers side by side, disagreements first. What models wrote is shown as text and never as anything else.
import { useState } from 'react';
import { Badge } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';
import { Empty } from '../../../pieces/empty';
import { TableWrap } from '../../../pieces/table-wrap';
import { type Evaluation, type EvaluationItem, useTexts } from './use-evaluations';

const filters = [
  ['differ', 'They differ', (one: EvaluationItem) => one.candidateCorrect !== one.incumbentCorrect],
  ['candidate', 'Candidate wrong', (one: EvaluationItem) => (one.candidateCorrect as boolean | null) === false],
  ['incumbent', 'Incumbent wrong', (one: EvaluationItem) => (one.incumbentCorrect as boolean | null) === false],
  ['problem', 'No answer', (one: EvaluationItem) => one.problem !== null],
  ['all', 'All', () => true],
] as const;
const rowsAtOnce = 25;

interface AnswersCardProps {
  readonly items: readonly EvaluationItem[];
  readonly evaluation: Evaluation;
}

export function AnswersCard({ items, evaluation }: AnswersCardProps) {
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
          <AnswerTable items={found.slice(0, shown)} evaluation={evaluation} />
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

function AnswerTable({ items, evaluation }: AnswersCardProps) {
  const texts = useTexts(evaluation, items);
  return (
    <TableWrap label="Answers side by side">
      <table className="table stacked-table answers-table">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Expected</th>
            <th scope="col">Incumbent</th>
            <th scope="col">Candidate</th>
          </tr>
        </thead>
        <tbody>
          {items.map((item) => (
            <tr key={item.rowKey}>
              <td>
                <Question rowKey={item.rowKey} text={texts.get(item.rowKey)} />
              </td>
              <td data-label="Expected">{item.expected}</td>
              <AnswerCell
                side="Incumbent"
                answer={item.incumbentAnswer as string | null}
                isRight={item.incumbentCorrect as boolean | null}
              />
              <AnswerCell
                side="Candidate"
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

/** Where the text may not be seen, or is still to come, its key stands for it. */
function Question({ rowKey, text }: { readonly rowKey: string; readonly text: string | undefined }) {
  return text === undefined ? (
    <code title={rowKey}>{rowKey.slice(0, 8)}</code>
  ) : (
    <span className="answer-question" title={rowKey}>
      {text}
    </span>
  );
}

interface AnswerCellProps {
  readonly side: string;
  readonly answer: string | null;
  readonly isRight: boolean | null;
}

function AnswerCell({ side, answer, isRight }: AnswerCellProps) {
  return (
    <td data-label={side}>
      <span className="answer">
        <Badge tone={isRight === null ? 'unknown' : isRight ? 'good' : 'bad'}>
          {isRight === null ? 'Not known' : isRight ? 'Right' : 'Wrong'}
        </Badge>
        <span>{answer ?? <em className="faint">no answer</em>}</span>
      </span>
    </td>
  );
}
