// What each recipe would do to each row before a minute of a graphics card is paid for.
import type { Schemas } from '../../../../api/client';
import { Badge, type Tone } from '../../../../pieces/badge';
import { Card } from '../../../../pieces/card';
import { Empty } from '../../../../pieces/empty';
import { TableWrap } from '../../../../pieces/table-wrap';
import type { DataPartProps } from '../data-part';
import { counted, number, percent } from '../data-words';

type TrainerView = Schemas['TrainerViewResponse'];

export function Part({ report }: DataPartProps) {
  const views = report?.trainerViews ?? [];
  if (views.length === 0) {
    return (
      <div className="card">
        <Empty title="No recipe was looked at">
          The report was made before the recipes were counted. Measure again to see what each would train on.
        </Empty>
      </div>
    );
  }
  const own = report?.target?.recipe ?? null;
  const sorted = [...views].sort((one, other) => Number(other.recipe === own) - Number(one.recipe === own));
  return (
    <div className="stack">
      <Target report={report} />
      <Card
        title="What each recipe would train on"
        note="Counted row by row with the recipe’s own rules. The recipe of this project comes first."
      >
        <div className="stack">
          <Overview views={sorted} own={own} />
          {sorted
            .filter(({ byRule }) => byRule.length > 0)
            .map((view) => (
              <Rules key={view.recipe} view={view} />
            ))}
        </div>
      </Card>
    </div>
  );
}

function Target({ report }: Pick<DataPartProps, 'report'>) {
  const target = report?.target ?? null;
  if (target === null) {
    return null;
  }
  const facts = [
    ['Model', target.model ?? 'not chosen'],
    ['Tokeniser', target.tokeniser],
    ['Reads at most', target.contextTokens === null ? 'not known' : counted(target.contextTokens, 'token')],
    ['Recipe', target.recipe ?? 'none of its own'],
    ['Set to', target.limitTokens === null ? 'no limit' : counted(target.limitTokens, 'token')],
    ['Handed out', target.distribution === 'unknown' ? 'not declared' : target.distribution],
  ] as const;
  return (
    <dl className="fact-strip card">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Overview({ views, own }: { readonly views: readonly TrainerView[]; readonly own: string | null }) {
  return (
    <TableWrap label="Rows by recipe">
      <table className="table stacked-table">
        <thead>
          <tr>
            <th scope="col">Recipe</th>
            <th scope="col" className="number">
              Rows
            </th>
            <th scope="col">Trained on</th>
            <th scope="col" className="number">
              Cut
            </th>
            <th scope="col" className="number">
              Dropped
            </th>
            <th scope="col" className="number">
              Nothing learnt
            </th>
            <th scope="col" className="number">
              Not known
            </th>
          </tr>
        </thead>
        <tbody>
          {views.map((view) => (
            <RecipeRow key={view.recipe} view={view} isOwn={view.recipe === own} />
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function RecipeRow({ view, isOwn }: { readonly view: TrainerView; readonly isOwn: boolean }) {
  return (
    <tr>
      <th scope="row">
        {view.title} {isOwn && <Badge tone="accent">this project</Badge>}
        <span className="faint block">
          {view.framework === 'none' ? 'in this service' : view.framework}
          {view.limitTokens === null ? '' : `, up to ${number(view.limitTokens)} tokens`}
        </span>
      </th>
      <td data-label="Rows" className="number">
        {number(view.rows)}
      </td>
      <td data-label="Trained on">
        <Kept view={view} />
      </td>
      <td data-label="Cut" className="number">
        {number(view.cut)}
      </td>
      <td data-label="Dropped" className="number">
        {number(view.dropped)}
      </td>
      <td data-label="Nothing learnt" className="number">
        {number(view.masked)}
      </td>
      <td data-label="Not known" className="number">
        {number(view.untold)}
      </td>
    </tr>
  );
}

function Kept({ view }: { readonly view: TrainerView }) {
  const share = view.rows === 0 ? 0 : view.trainedOn / view.rows;
  return (
    <div className="kept">
      <span>
        {number(view.trainedOn)} <span className="faint">({percent(share)})</span>
      </span>
      <span className="meter" aria-hidden="true">
        <span style={{ width: `${share * 100}%` }} />
      </span>
    </div>
  );
}

const fates: Readonly<Record<string, readonly [Tone, string]>> = {
  cut: ['warn', 'cut'],
  dropped: ['bad', 'dropped'],
  masked: ['unknown', 'nothing learnt'],
};

function Rules({ view }: { readonly view: TrainerView }) {
  return (
    <section className="stack-s" aria-label={view.title}>
      <h3>{view.title}</h3>
      <p className="muted">{view.text}</p>
      <ul className="plain-lines">
        {view.byRule.map(({ rule, fate, rows, why }) => {
          const [tone, word] = fates[fate] ?? (['unknown', fate] as const);
          return (
            <li key={rule}>
              <Badge tone={tone}>{word}</Badge>
              <strong>{counted(rows, 'row')}</strong>
              <span className="muted">{why}</span>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
