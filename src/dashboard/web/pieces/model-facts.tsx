// What is known of a model, each fact with its day; what is not known says so.
import type { Schemas } from '../api/client';
import { Badge } from './badge';

export type CatalogModel = Schemas['CatalogModelResponse'];

export function modelNamed(models: readonly CatalogModel[], vendor: string, name: string): CatalogModel | null {
  const names = [name, `${vendor}/${name}`].map((one) => one.toLowerCase());
  return models.find((one) => [one.id, ...one.aliases].some((alias) => names.includes(alias.toLowerCase()))) ?? null;
}

const opennessWords: Readonly<Record<string, string>> = {
  closed: 'Closed',
  'open-weights': 'Open weights',
  open: 'Open',
};

export function ModelFacts({ model }: { readonly model: CatalogModel | null }) {
  if (model === null) {
    return <p className="faint">Nothing is known of this model: prices, dates and licence stay unknown.</p>;
  }
  const { prices, shutdownOn, licence, contextTokens, observedOn } = model;
  return (
    <dl className="facts">
      <div>
        <dt>Kind</dt>
        <dd>
          {opennessWords[model.openness] ?? model.openness}, by {model.developer}
        </dd>
      </div>
      <div>
        <dt>Price</dt>
        <dd>
          {prices === null
            ? 'depends on who serves it'
            : `${usd(prices.usdPerMillionInputTokens)} in, ${usd(prices.usdPerMillionOutputTokens)} out per million tokens`}
        </dd>
      </div>
      <div>
        <dt>Context</dt>
        <dd>{contextTokens === null ? 'not known' : `${contextTokens.toLocaleString('en')} tokens`}</dd>
      </div>
      <div>
        <dt>{model.openness === 'closed' ? 'Shut down' : 'Licence'}</dt>
        <dd>
          {model.openness === 'closed' ? (
            shutdownOn === null ? (
              'no date announced'
            ) : (
              <Badge tone="warn">{shutdownOn}</Badge>
            )
          ) : (
            (licence ?? 'not known')
          )}
        </dd>
      </div>
      <div>
        <dt>As of</dt>
        <dd>{observedOn}</dd>
      </div>
    </dl>
  );
}

function usd(price: string | null): string {
  return price === null ? 'not known' : `$${price}`;
}
