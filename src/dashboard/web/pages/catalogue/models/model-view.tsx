// One model: what is known of it, each fact with its source and day.
import { Link, useParams } from 'react-router';
import { useBoard } from '../../../api/queries';
import { Badge } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';
import { CopyAsCurl } from '../../../pieces/copy-button';
import { FactList } from '../../../pieces/fact-list';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { endWords, opennessWord, price, tokens } from '../catalogue-words';
import { type ModelDetail, useModel } from '../use-catalogue';
import { EndCard } from './end-card';
import { LicenceCard } from './licence-card';
import { PricesCard } from './prices-card';

export function ModelView() {
  const { modelId = '' } = useParams();
  const model = useModel(modelId);
  if (model.isError) {
    return <ProblemBox error={model.error} retry={() => void model.refetch()} />;
  }
  if (model.data === undefined) {
    return <Loading what="the model" />;
  }
  return (
    <div className="stack">
      <Link to="/catalogue">All models</Link>
      <Known model={model.data} />
      <UsedBy model={model.data} />
      <PricesCard model={model.data} />
      <EndCard model={model.data} />
      {model.data.openness !== 'closed' && <LicenceCard model={model.data} />}
    </div>
  );
}

function Known({ model }: { readonly model: ModelDetail }) {
  const [tone, words] = model.shutdownOn === null ? (['unknown', ''] as const) : endWords(model.shutdownOn);
  return (
    <Card
      id="model"
      title={model.id}
      aside={
        <>
          {model.shutdownOn !== null && <Badge tone={tone}>{words}</Badge>}
          <CopyAsCurl path={`/v1/catalog/models/${encodeURIComponent(model.id)}`} />
        </>
      }
      note={model.note ?? undefined}
    >
      <div className="stack">
        <FactList facts={factsOf(model)} />
        <p className="faint">
          {model.source}, entered on {model.observedOn}.
          {model.aliases.length > 0 && ` Also called ${model.aliases.join(', ')}.`}
        </p>
      </div>
    </Card>
  );
}

function factsOf(model: ModelDetail): readonly (readonly [string, React.ReactNode])[] {
  const { prices, longPromptPrices, parameters, cacheBytesPerToken } = model;
  return [
    ['By', model.developer],
    ['Kind', [opennessWord(model.openness), classWord(model.opennessClass)].filter((one) => one !== null).join(', ')],
    ['Takes', model.modalitiesIn.join(', ')],
    ['Context', model.contextTokens === null ? 'not known' : `${tokens(model.contextTokens)} tokens`],
    ['Longest output', model.outputTokensMax === null ? 'not known' : `${tokens(model.outputTokensMax)} tokens`],
    ['Released', model.releasedOn ?? 'not known'],
    [
      'Price for a million tokens',
      prices === null
        ? 'depends on who serves it'
        : `${price(prices.usdPerMillionInputTokens)} in, ${price(prices.usdPerMillionOutputTokens)} out`,
    ],
    ...(longPromptPrices === null
      ? []
      : ([
          [
            `Above ${tokens(longPromptPrices.abovePromptTokens)} of prompt`,
            `${price(longPromptPrices.usdPerMillionInputTokens)} in, ${price(longPromptPrices.usdPerMillionOutputTokens)} out`,
          ],
        ] as const)),
    ...(parameters === null
      ? []
      : ([
          ['Parameters', `${(parameters / 1e9).toLocaleString('en', { maximumFractionDigits: 1 })} billion`],
        ] as const)),
    ...(cacheBytesPerToken === null
      ? []
      : ([
          [
            'Cache for a token',
            `${(cacheBytesPerToken / 1024).toLocaleString('en', { maximumFractionDigits: 0 })} KiB`,
          ],
        ] as const)),
    ...(model.weightsRepository === null ? [] : ([['Weights', model.weightsRepository]] as const)),
    ...(model.supersededBy.length === 0 ? [] : ([['Superseded by', model.supersededBy.join(', ')]] as const)),
  ];
}

/** Projects that name the model: whom a date or a price concerns. */
function UsedBy({ model }: { readonly model: ModelDetail }) {
  const board = useBoard();
  const names = new Set([model.id, ...model.aliases]);
  const using = (board.data ?? []).filter((one) => names.has(one.incumbent.model) || names.has(one.candidate.model));
  if (using.length === 0) {
    return null;
  }
  return (
    <Card title="In use by" id="used-by">
      <ul className="stack-s">
        {using.map((one) => (
          <li key={one.id} className="row">
            <Link to={`/projects/${one.id}`}>{one.name}</Link>
            <span className="faint">
              as {names.has(one.incumbent.model) ? 'incumbent' : 'candidate'}, {one.owner}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** By the Model Openness Framework. */
function classWord(openness: string | null): string | null {
  return openness === null ? null : openness === 'below' ? 'below every openness class' : `openness class ${openness}`;
}
