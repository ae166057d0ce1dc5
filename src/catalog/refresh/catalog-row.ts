// The catalogue as rows that are only ever added: what one source said about one fact of one model at one host, true
// since when, known since when. A correction is a new row that is known later; what was known before stays as it was.
// Values are text: prices decimal USD per million tokens, limits whole numbers, days ISO. Null: no longer told.

export const priceTiers = ['standard', 'batch', 'priority', 'flex'] as const;
export type PriceTier = (typeof priceTiers)[number];
export const priceComponents = ['input', 'cachedInput', 'cacheWrite', 'output'] as const;
export type PriceComponent = (typeof priceComponents)[number];

export interface PriceName {
  readonly tier: PriceTier;
  readonly component: PriceComponent;
  /** Holds for the whole call when its prompt is longer than this; null: from the first token. */
  readonly abovePromptTokens: number | null;
}

export const contextField = 'contextTokens';
export const outputLimitField = 'outputTokensMax';
export const shutdownField = 'shutdownOn';
/** `yes` while the source lists the model, `no` after it has left the list. What it cost then is not forgotten. */
export const listedField = 'listed';

const fieldForm =
  /^price\/(standard|batch|priority|flex)\/(input|cachedInput|cacheWrite|output)(?:\/above-([1-9]\d{0,8}))?$/;

/** `price/standard/input`, or `price/standard/input/above-200000`. */
export function priceField({ tier, component, abovePromptTokens }: PriceName): string {
  return `price/${tier}/${component}${abovePromptTokens === null ? '' : `/above-${abovePromptTokens}`}`;
}

/** Null when the field is no price. */
export function priceNameOf(field: string): PriceName | null {
  const match = fieldForm.exec(field);
  if (match === null) {
    return null;
  }
  const [, tier, component, above] = match;
  return {
    tier: tier as PriceTier,
    component: component as PriceComponent,
    abovePromptTokens: above === undefined ? null : Number(above),
  };
}

export function isField(field: string): boolean {
  return [contextField, outputLimitField, shutdownField, listedField].includes(field) || fieldForm.test(field);
}

/** A model as one host sells it. */
export interface Offer {
  /** Who serves and bills it: `openai`, `azure`, `google`, `groq`. */
  readonly host: string;
  /** Null: the host names none. */
  readonly region: string | null;
  /** As the host calls it. */
  readonly model: string;
}

/** Names are the same in upper and lower case. */
export function offerKey({ host, region, model }: Offer): string {
  return `${host}|${region ?? ''}|${model}`.toLowerCase();
}

export interface CatalogRow extends Offer {
  readonly field: string;
  readonly value: string | null;
  /** True since, ms. */
  readonly validFrom: number;
  /** Known since, ms: the day on which the source was read. */
  readonly observedAt: number;
  readonly source: string;
  /** By `sourceRanks`: when sources differ the higher one is believed. */
  readonly rank: number;
  /** The refresh that brought it; null: it came with the program. */
  readonly refreshId: string | null;
  /** Who let it in, and why where a reason was asked for. */
  readonly appliedBy: string | null;
  readonly reason: string | null;
}

/** Who is believed when sources differ. What a contract says stands above all of them, in the overlay. */
export const sourceRanks = {
  providerApi: 4,
  providerPage: 3,
  /** Who collects announcements and names where each was made. */
  registry: 2,
  collector: 1,
} as const;
