// One indicator: why it is asked, where its answer comes from, what every answer would count, and what was said so far.
import { useState } from 'react';
import { useMe } from '../../../../api/queries';
import { percent } from '../../../../pieces/numbers';
import { asComes, factValue, pointsOf } from '../lock-in-words';
import type { Indicator, IndicatorScore } from '../use-lock-in';
import { DeclareForm } from './declare-form';
import { FactTrail } from './fact-trail';

export interface IndicatorDetailProps {
  readonly projectId: string;
  readonly score: IndicatorScore;
  readonly definition: Indicator;
}

const mayDeclare = new Set(['lead', 'risk-owner', 'admin']);

export function IndicatorDetail({ projectId, score, definition }: IndicatorDetailProps) {
  const [isDeclaring, setIsDeclaring] = useState(false);
  const me = useMe();
  const isAllowed = me.data !== undefined && mayDeclare.has(me.data.role);
  return (
    <div className="indicator-detail">
      <div className="stack">
        <Said score={score} definition={definition} />
        <dl className="indicator-words">
          <Term name="Why it is asked">{definition.why}</Term>
          <Term name="Where the answer comes from">{definition.source}</Term>
          <Term name="Remedy">{`${definition.remedy} Without the risk the ledger falls by ${pointsOf(score.gainPoints)} points.`}</Term>
          <Term name="Rules that ask for it">{definition.regulation.join(', ') || 'none in particular'}</Term>
        </dl>
        <div className="row">
          {isAllowed && (
            <button type="button" className="button" data-size="small" onClick={() => setIsDeclaring(true)}>
              Declare a fact
            </button>
          )}
          <span className="faint">
            {definition.isMeasuredHere
              ? 'Openward measures it; a declaration counts only while there is no fresh measurement.'
              : `People have to tell it. Evidence that is asked for: ${definition.evidence}`}
          </span>
        </div>
        <FactTrail projectId={projectId} definition={definition} />
      </div>
      <Risks score={score} definition={definition} />
      {isDeclaring && <DeclareForm projectId={projectId} definition={definition} close={() => setIsDeclaring(false)} />}
    </div>
  );
}

function Term({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Said({ score, definition }: Pick<IndicatorDetailProps, 'score' | 'definition'>) {
  const { fact } = score;
  if (fact === null) {
    return (
      <p>
        <strong>Nothing is known</strong>, so it counts as the worst case.{' '}
        {definition.isMeasuredHere
          ? 'The service finds it out by itself once it sees what it needs: calls, runs, or a report of the deployment.'
          : 'Somebody who knows has to declare it.'}
      </p>
    );
  }
  return (
    <p>
      <strong>{factValue(fact.value, definition.unit)}</strong>. {fact.note} Risk {percent(score.risk, 0)}; with what is
      old counted in, {percent(score.effectiveRisk, 0)}.
    </p>
  );
}

function Risks({ score, definition }: Pick<IndicatorDetailProps, 'score' | 'definition'>) {
  return (
    <table className="table indicator-risks">
      <caption>What an answer counts</caption>
      <thead>
        <tr>
          <th scope="col">{definition.valueKind === 'line' ? `Value (${definition.unit})` : 'Answer'}</th>
          <th scope="col" className="number">
            Risk
          </th>
        </tr>
      </thead>
      <tbody>
        {definition.risks.map(({ value, answer, risk }) => {
          const said = answer ?? value ?? '';
          return (
            <tr key={String(said)} data-current={isNow(score, said)}>
              <td>
                {factValue(said, definition.unit)}
                {isNow(score, said) && <span className="faint"> now</span>}
              </td>
              <td className="number">{percent(risk, 0)}</td>
            </tr>
          );
        })}
      </tbody>
      <tfoot>
        <tr>
          <td colSpan={2} className="faint">
            {definition.valueKind === 'line' && 'Straight between the points. '}
            {percent(score.weight)} of the ledger’s weight. A fact loses half its worth in {definition.halfLifeDays}{' '}
            days.{score.isGate ? ' Unknown counts as the worst.' : ''}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function isNow({ fact }: IndicatorScore, said: number | string): boolean {
  return fact !== null && asComes(fact.value) === said;
}
