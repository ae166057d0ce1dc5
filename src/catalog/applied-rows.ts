// Rows that refreshes have brought in, in the words of the catalogue: prices, ends and limits of models that it knows. What
// is said of other names stays in the store: a model that has no identity here cannot be priced by mistake.
import type { ToldEnd } from './lifecycle/told-end.js';
import type { PriceRow } from './prices/price-row.js';
import {
  type CatalogRow,
  contextField,
  outputLimitField,
  priceNameOf,
  shutdownField,
  sourceRanks,
} from './refresh/catalog-row.js';
import { utcDayOf } from './utc-day.js';

export interface AppliedLimit {
  readonly model: string;
  readonly limit: 'contextTokens' | 'outputTokensMax';
  readonly tokens: number | null;
  readonly observedAt: number;
}

export interface AppliedRows {
  readonly prices: readonly PriceRow[];
  readonly ends: readonly { readonly model: string; readonly end: ToldEnd }[];
  readonly limits: readonly AppliedLimit[];
}

type IdOf = (name: string) => string | null;

interface Placed {
  readonly id: string;
  readonly row: CatalogRow;
}

/** Sources price each name of a model; what they say of its id counts before what they say of another name. */
function placed(rows: readonly CatalogRow[], idOf: IdOf): readonly Placed[] {
  const known = rows.flatMap((row) => {
    const id = idOf(row.model);
    return id === null ? [] : [{ id, row }];
  });
  const keyOf = ({ id, row }: Placed) => `${id}|${row.host}|${row.region ?? ''}|${row.field}`;
  const byId = new Set(known.filter(({ id, row }) => row.model === id).map(keyOf));
  return known.filter((one) => one.row.model === one.id || !byId.has(keyOf(one)));
}

const tellers: Readonly<Record<number, ToldEnd['by']>> = {
  [sourceRanks.providerApi]: 'provider-api',
  [sourceRanks.providerPage]: 'provider-page',
};

function priceOf({ id, row }: Placed): PriceRow[] {
  const name = priceNameOf(row.field);
  return name === null
    ? []
    : [
        {
          model: id,
          host: row.host,
          region: row.region,
          ...name,
          usdPerMillionTokens: row.value,
          validFrom: utcDayOf(row.validFrom),
          validUntil: null,
          observedAt: row.observedAt,
          source: row.source,
          url: null,
          freeBecause: row.value !== null && Number(row.value) === 0 ? row.reason : null,
          isOverride: false,
        },
      ];
}

function endOf({ id, row }: Placed): { model: string; end: ToldEnd }[] {
  return row.field !== shutdownField
    ? []
    : [
        {
          model: id,
          end: {
            by: tellers[row.rank] ?? 'price-file',
            source: row.source,
            url: null,
            accessedOn: utcDayOf(row.observedAt),
            shutdownOn: row.value,
            earliestShutdownOn: null,
            saidBefore: [],
            says: row.value === null ? 'No longer names a day.' : row.reason,
          },
        },
      ];
}

function limitOf({ id, row }: Placed): AppliedLimit[] {
  const limit =
    row.field === contextField ? 'contextTokens' : row.field === outputLimitField ? 'outputTokensMax' : null;
  const tokens = row.value === null ? null : Number(row.value);
  return limit === null ? [] : [{ model: id, limit, tokens, observedAt: row.observedAt }];
}

/** @param idOf the id of a model by any of its names; null when the catalogue does not know it. */
export function appliedRows(rows: readonly CatalogRow[], idOf: IdOf): AppliedRows {
  const known = placed(rows, idOf);
  return { prices: known.flatMap(priceOf), ends: known.flatMap(endOf), limits: known.flatMap(limitOf) };
}
