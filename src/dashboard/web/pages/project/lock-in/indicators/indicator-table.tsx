import { Badge } from '../../../../pieces/badge';
import { Card } from '../../../../pieces/card';
import { useAddress } from '../../../../pieces/use-address';
import { ageDays, basisOf, daysWords, factValue, ownerWord, pointsOf } from '../lock-in-words';
import type { Indicator, IndicatorScore } from '../use-lock-in';
import { IndicatorDetail } from './indicator-detail';
import { type Dimension, isOld } from './indicator-filter';

export interface IndicatorTableProps {
  readonly projectId: string;
  readonly dimension: Dimension;
  readonly definitions: ReadonlyMap<string, Indicator>;
}

const columns = 6;

export function IndicatorTable({ projectId, dimension, definitions }: IndicatorTableProps) {
  const [search, change] = useAddress();
  const opened = search.get('indicator');
  const toggle = (id: string) => change({ indicator: opened === id ? '' : id });
  return (
    <Card
      id={`dimension-${dimension.id}`}
      title={dimension.name}
      aside={<span className="faint">{pointsOf(dimension.points)} points</span>}
    >
      <table className="table stacked-table indicator-table">
        <thead>
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Value</th>
            <th scope="col">Known from</th>
            <th scope="col">Age</th>
            <th scope="col">Owner</th>
            <th scope="col" className="number">
              Points
            </th>
          </tr>
        </thead>
        <tbody>
          {dimension.indicators.map((one) => (
            <Rows
              key={one.id}
              score={one}
              definition={definitions.get(one.id) ?? null}
              isOpen={opened === one.id}
              toggle={() => toggle(one.id)}
              projectId={projectId}
            />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

interface RowsProps {
  readonly score: IndicatorScore;
  readonly definition: Indicator | null;
  readonly isOpen: boolean;
  readonly toggle: () => void;
  readonly projectId: string;
}

function Rows({ score, definition, isOpen, toggle, projectId }: RowsProps) {
  const { fact } = score;
  const [tone, word] = fact === null ? (['unknown', 'Not known'] as const) : basisOf(fact.basis);
  return (
    <>
      <tr data-open={isOpen}>
        <td>
          <button type="button" className="indicator-toggle" aria-expanded={isOpen} onClick={toggle}>
            <span className="indicator-id">{score.id}</span>
            <span>{score.question}</span>
          </button>
        </td>
        <td data-label="Value">
          {fact === null ? (
            <span className="faint">counts as the worst</span>
          ) : (
            factValue(fact.value, definition?.unit ?? null)
          )}
        </td>
        <td data-label="Known from">
          <Badge tone={tone}>{word}</Badge>
        </td>
        <td data-label="Age">
          {fact === null ? '' : daysWords(ageDays(fact.observedAt))}
          {isOld(score) && <span className="faint"> grown old</span>}
        </td>
        <td data-label="Owner">{fact === null ? '' : ownerWord(fact.recordedBy)}</td>
        <td data-label="Points" className="number">
          {pointsOf(score.points)}
        </td>
      </tr>
      {isOpen && (
        <tr className="indicator-open">
          <td colSpan={columns}>
            {definition !== null && <IndicatorDetail projectId={projectId} score={score} definition={definition} />}
          </td>
        </tr>
      )}
    </>
  );
}
