import type { Schemas } from '../../../../api/client';
import { counted, number } from '../data-words';

type Power = Schemas['PowerResponse'];

const points = (share: number | null) =>
  share === null ? 'not known' : `${number(Number((share * 100).toFixed(1)))} points`;

/** What a difference between the two models the held-out rows can prove, and what it rests on. */
export function PowerNote({ power, have }: { readonly power: Power; readonly have: number }) {
  const facts = [
    ['Margin that the policy allows', points(power.margin)],
    [
      'Held-out rows that it takes',
      power.requiredHoldoutRows === null ? 'not known' : number(power.requiredHoldoutRows),
    ],
    ['Held-out rows there are', number(have)],
    ['Margin that these can show', points(power.reachableMargin)],
    [
      'Rows on which the models differ',
      `${number(power.discordance * 100)} of 100, ${power.isDiscordanceMeasured ? 'measured' : 'assumed until both were asked'}`,
    ],
    ['Certainty', `${number((1 - power.alpha) * 100)} % with ${number(power.power * 100)} % power`],
  ] as const;
  const isEnough = power.requiredHoldoutRows !== null && have >= power.requiredHoldoutRows;
  return (
    <div className="stack-s">
      <p className="muted">
        {power.requiredHoldoutRows === null
          ? 'The policy names no margin, so nothing can be said.'
          : isEnough
            ? 'There are enough held-out rows to prove that the open model is no worse than the margin allows.'
            : `${counted(power.requiredHoldoutRows - have, 'more held-out row')} and the margin can be shown.`}
      </p>
      <dl className="fact-list">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}
