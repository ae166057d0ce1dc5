import { ApiProperty } from '@nestjs/swagger';
import type { TokenPrices } from '../kernel/money.js';
import { endBehaviours, endTellers } from './lifecycle/told-end.js';
import type { CatalogModel } from './model-catalog.js';
import { modalities, modelKinds, opennessClasses, opennesses } from './models/model-identity.js';
import { type PriceRow, priceComponents, priceTiers } from './prices/price-row.js';
import { utcDayOf } from './utc-day.js';

export class CatalogPricesResponse {
  /** Decimal text, USD per million tokens; null is not known. */
  @ApiProperty({ type: String, nullable: true, example: '2.50' })
  usdPerMillionInputTokens: string | null;
  @ApiProperty({ type: String, nullable: true, example: '1.25' })
  usdPerMillionCachedInputTokens: string | null;
  @ApiProperty({ type: String, nullable: true, example: '10' })
  usdPerMillionOutputTokens: string | null;
}

export class LongPromptPricesResponse extends CatalogPricesResponse {
  /** They hold for the whole call when its prompt is longer than this. */
  @ApiProperty({ example: 200000 })
  abovePromptTokens: number;
}

export class CatalogModelResponse {
  @ApiProperty({ example: 'gpt-4o' })
  id: string;
  /** Other names of the same model. */
  @ApiProperty({ type: [String], example: ['gpt-4o-2024-08-06'] })
  aliases: string[];
  @ApiProperty({ example: 'OpenAI' })
  developer: string;
  /** Whose list prices are the model's own; null where they depend on who serves it. */
  @ApiProperty({ type: String, nullable: true, example: 'openai' })
  host: string | null;
  @ApiProperty({ enum: opennesses, example: 'closed' })
  openness: string;
  /** By the Model Openness Framework; null: not classed. */
  @ApiProperty({ enum: opennessClasses, nullable: true, example: null })
  opennessClass: string | null;
  @ApiProperty({ enum: modelKinds, example: 'chat' })
  kind: string;
  @ApiProperty({ enum: modalities, isArray: true, example: ['text', 'image'] })
  modalitiesIn: string[];
  @ApiProperty({ type: Number, nullable: true, example: 128000 })
  contextTokens: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 16384 })
  outputTokensMax: number | null;
  @ApiProperty({ type: String, nullable: true, example: null })
  licence: string | null;
  @ApiProperty({ type: Number, nullable: true, example: null })
  parameters: number | null;
  @ApiProperty({ type: String, nullable: true, example: null })
  weightsRepository: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2024-05-13' })
  releasedOn: string | null;
  /** Models of the same family that are meant to replace it. */
  @ApiProperty({ type: [String], example: [] })
  supersededBy: string[];
  /** List prices; null where the price depends on who serves the model. */
  @ApiProperty({ type: () => CatalogPricesResponse, nullable: true })
  prices: CatalogPricesResponse | null;
  @ApiProperty({ type: () => LongPromptPricesResponse, nullable: true })
  longPromptPrices: LongPromptPricesResponse | null;
  /** The day on which the developer turns it off; null when none is announced. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2027-01-14' })
  shutdownOn: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'It reasons by default.' })
  note: string | null;
  @ApiProperty({ example: "compiled from OpenAI's model and price pages" })
  source: string;
  /** The day on which the row was entered. */
  @ApiProperty({ format: 'date', example: '2026-11-25' })
  observedOn: string;
}

export class CatalogModelListResponse {
  @ApiProperty({ type: () => [CatalogModelResponse] })
  models: CatalogModelResponse[];
}

export class PriceRowResponse {
  @ApiProperty({ example: 'openai' })
  host: string;
  @ApiProperty({ type: String, nullable: true, example: null })
  region: string | null;
  @ApiProperty({ enum: priceTiers, example: 'standard' })
  tier: string;
  @ApiProperty({ enum: priceComponents, example: 'input' })
  component: string;
  /** Decimal text; null: from `validFrom` on it is no longer told. */
  @ApiProperty({ type: String, nullable: true, example: '2.50' })
  usdPerMillionTokens: string | null;
  @ApiProperty({ type: Number, nullable: true, example: null })
  abovePromptTokens: number | null;
  @ApiProperty({ format: 'date', example: '2024-10-02' })
  validFrom: string;
  /** The first day on which it no longer holds. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  validUntil: string | null;
  /** The day since which it is known here. */
  @ApiProperty({ format: 'date', example: '2026-07-24' })
  observedOn: string;
  @ApiProperty({ example: 'LiteLLM price file' })
  source: string;
  @ApiProperty({ type: String, nullable: true, example: null })
  url: string | null;
  @ApiProperty({ type: String, nullable: true, example: null })
  freeBecause: string | null;
  /** A price of the operator's own contract. */
  @ApiProperty({ example: false })
  isOverride: boolean;
}

export class ToldEndResponse {
  @ApiProperty({ enum: endTellers, example: 'provider-page' })
  by: string;
  @ApiProperty({ example: 'OpenAI deprecations page' })
  source: string;
  @ApiProperty({ type: String, nullable: true, example: 'https://platform.openai.com/docs/deprecations' })
  url: string | null;
  @ApiProperty({ format: 'date', example: '2026-11-23' })
  accessedOn: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2027-01-14' })
  shutdownOn: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  earliestShutdownOn: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Tuned models end with it.' })
  says: string | null;
}

export class LifecycleResponse {
  @ApiProperty({ example: 'gpt-4o' })
  model: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2026-10-14' })
  announcedOn: string | null;
  /** A day where the developer is; null: no firm day is known. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2027-01-14' })
  shutdownOn: string | null;
  /** The moment at which that day begins there. */
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: '2027-01-14T08:00:00.000Z' })
  shutdownAt: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, example: null })
  earliestShutdownOn: string | null;
  @ApiProperty({ example: 'America/Los_Angeles' })
  timeZone: string;
  /** What happens to a call after the end. */
  @ApiProperty({ enum: endBehaviours, nullable: true, example: 'error' })
  behaviour: string | null;
  @ApiProperty({ type: [String], example: ['gpt-6-luna'] })
  replacements: string[];
  /** What rules, by precedence. */
  @ApiProperty({ type: () => ToldEndResponse, nullable: true })
  ruling: ToldEndResponse | null;
  /** What each source says now, the most believed first. */
  @ApiProperty({ type: () => [ToldEndResponse] })
  told: ToldEndResponse[];
  /** Those that name another day than the one that rules. */
  @ApiProperty({ type: () => [ToldEndResponse] })
  conflicts: ToldEndResponse[];
  /** What sources said before, oldest first. */
  @ApiProperty({ type: () => [ToldEndResponse] })
  formerEnds: ToldEndResponse[];
}

export class CatalogModelDetailResponse extends CatalogModelResponse {
  /** At every host and time, known corrections included. */
  @ApiProperty({ type: () => [PriceRowResponse] })
  priceRows: PriceRowResponse[];
  /** Null where nothing is on file about its end. */
  @ApiProperty({ type: () => LifecycleResponse, nullable: true })
  lifecycle: LifecycleResponse | null;
  /** Family among the licences of models. */
  @ApiProperty({ type: String, nullable: true, example: null })
  licenceFamily: string | null;
  /** Bytes of cache for each token at fp16; null where the shape is not known. */
  @ApiProperty({ type: Number, nullable: true, example: null })
  cacheBytesPerToken: number | null;
}

function copyOf<Prices extends TokenPrices>(prices: Prices | null): Prices | null {
  return prices === null ? null : { ...prices };
}

export function toModelResponse(model: CatalogModel): CatalogModelResponse {
  const { activeParameters, shape, opennessSource, licenceFamily, ...shown } = model;
  return {
    ...shown,
    aliases: [...model.aliases],
    modalitiesIn: [...model.modalitiesIn],
    supersededBy: [...model.supersededBy],
    prices: copyOf(model.prices),
    longPromptPrices: copyOf(model.longPromptPrices),
  };
}

export function toPriceRowResponse({ model, observedAt, ...row }: PriceRow): PriceRowResponse {
  return { ...row, observedOn: utcDayOf(observedAt) };
}
