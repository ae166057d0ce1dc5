// When the model ends, who says so, and how the developer has kept such dates so far.
import { Badge } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';
import { FactList } from '../../../pieces/fact-list';
import { count, endWords, tellerWord } from '../catalogue-words';
import { type ModelDetail, useLifecycles } from '../use-catalogue';
import { Source } from './prices-card';

type Lifecycle = NonNullable<ModelDetail['lifecycle']>;
type Told = Lifecycle['told'][number];

export function EndCard({ model }: { readonly model: ModelDetail }) {
  const { lifecycle } = model;
  return (
    <Card title="End of the model">
      <div className="stack">
        {lifecycle === null ? (
          <p className="muted">
            {model.openness === 'closed'
              ? 'Nothing is on file about its end. How long notices of the developer were so far stands below.'
              : 'The weights are yours to keep: nobody can shut them down.'}
          </p>
        ) : (
          <Ending lifecycle={lifecycle} />
        )}
        {model.openness === 'closed' && <Notices developer={model.developer} />}
      </div>
    </Card>
  );
}

const behaviours: Readonly<Record<string, string>> = {
  error: 'calls fail',
  reroute: 'calls go to another model',
};

function Ending({ lifecycle }: { readonly lifecycle: Lifecycle }) {
  const { shutdownOn, earliestShutdownOn, announcedOn, replacements, behaviour, timeZone } = lifecycle;
  const [tone, words] = shutdownOn === null ? (['unknown', ''] as const) : endWords(shutdownOn);
  return (
    <>
      <FactList
        facts={[
          ['Announced', announcedOn ?? 'not known'],
          [
            'Shutdown',
            shutdownOn === null ? (
              earliestShutdownOn === null ? (
                'no day is announced'
              ) : (
                `not before ${earliestShutdownOn}`
              )
            ) : (
              <>
                {shutdownOn} <Badge tone={tone}>{words}</Badge>
              </>
            ),
          ],
          ['Afterwards', behaviour === null ? 'not known' : (behaviours[behaviour] ?? behaviour)],
          ['The day counts in', timeZone],
          ['Named as replacement', replacements.join(', ') || 'nothing'],
        ]}
      />
      <ToldTable lifecycle={lifecycle} />
    </>
  );
}

function ToldTable({ lifecycle }: { readonly lifecycle: Lifecycle }) {
  const { told, conflicts, formerEnds, ruling } = lifecycle;
  const isRuling = (one: Told) => ruling !== null && one.source === ruling.source && one.by === ruling.by;
  const inConflict = (one: Told) => conflicts.some((other) => other.source === one.source && other.by === one.by);
  const rows = [
    ...told.map((one) => [one, isRuling(one) ? 'rules' : inConflict(one) ? 'conflict' : ''] as const),
    ...formerEnds.map((one) => [one, 'former'] as const),
  ];
  return (
    <table className="table stacked-table">
      <caption className="visually-hidden">Who says when it ends, the most believed first</caption>
      <thead>
        <tr>
          <th scope="col">Source</th>
          <th scope="col">Says</th>
          <th scope="col">Read on</th>
          <th scope="col">Counts</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(([one, part]) => (
          <tr key={`${one.by} ${one.source} ${one.accessedOn} ${one.shutdownOn}`}>
            <td>
              <Source name={one.source} url={one.url} />
              <br />
              <span className="faint">{tellerWord(one.by)}</span>
            </td>
            <td data-label="Says">
              {one.shutdownOn ?? (one.earliestShutdownOn === null ? 'no day' : `not before ${one.earliestShutdownOn}`)}
              {one.says !== null && <span className="faint"> {one.says}</span>}
            </td>
            <td data-label="Read on">{one.accessedOn}</td>
            <td data-label="Counts">
              {part === 'rules' && <Badge tone="good">Rules</Badge>}
              {part === 'conflict' && <Badge tone="warn">Says another day</Badge>}
              {part === 'former' && <Badge tone="unknown">Said before</Badge>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Notices({ developer }: { readonly developer: string }) {
  const lifecycles = useLifecycles();
  const notices = lifecycles.data?.developers.find((one) => one.developer === developer);
  if (notices === undefined) {
    return null;
  }
  const { noticeDays, p10Days, promisedDays, medianLifeDays, retiredModels } = notices;
  return (
    <FactList
      facts={[
        [`Notices of ${developer}`, `${noticeDays.length} on file, ${range(noticeDays)}`],
        ['One in ten is shorter than', p10Days === null ? 'not known' : count(Math.round(p10Days))],
        ['Promised', promisedDays === null ? 'nothing' : count(promisedDays)],
        ['Usual life of a model', medianLifeDays === null ? 'not known' : count(medianLifeDays)],
        ['Models that ended', String(retiredModels)],
      ]}
    />
  );
}

function range(days: readonly number[]): string {
  const [first] = days;
  const last = days.at(-1);
  return first === undefined || last === undefined
    ? 'none'
    : first === last
      ? count(first)
      : `${first} to ${count(last)}`;
}
