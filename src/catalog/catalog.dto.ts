import { ApiProperty } from '@nestjs/swagger';
import type { TokenPrices } from '../kernel/money.js';
import { type CatalogModel, modelKinds, opennesses } from './model-catalog.js';

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
  @ApiProperty({ enum: opennesses, example: 'closed' })
  openness: string;
  @ApiProperty({ enum: modelKinds, example: 'chat' })
  kind: string;
  @ApiProperty({ type: Number, nullable: true, example: 128000 })
  contextTokens: number | null;
  @ApiProperty({ type: String, nullable: true, example: null })
  licence: string | null;
  @ApiProperty({ type: Number, nullable: true, example: null })
  parameters: number | null;
  /** List prices; null where the price depends on who serves the model. */
  @ApiProperty({ type: () => CatalogPricesResponse, nullable: true })
  prices: CatalogPricesResponse | null;
  @ApiProperty({ type: () => LongPromptPricesResponse, nullable: true })
  longPromptPrices: LongPromptPricesResponse | null;
  /** The day on which the developer turns it off; null when none is announced. */
  @ApiProperty({ type: String, format: 'date', nullable: true, example: '2027-01-14' })
  shutdownOn: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'Batch calls cost half.' })
  note: string | null;
  @ApiProperty({ example: "compiled from OpenAI's price and deprecation pages" })
  source: string;
  /** The day on which the row was entered. */
  @ApiProperty({ format: 'date', example: '2026-11-25' })
  observedOn: string;
}

export class CatalogModelListResponse {
  @ApiProperty({ type: () => [CatalogModelResponse] })
  models: CatalogModelResponse[];
}

function copyOf<Prices extends TokenPrices>(prices: Prices | null): Prices | null {
  return prices === null ? null : { ...prices };
}

export function toModelResponse(model: CatalogModel): CatalogModelResponse {
  return {
    ...model,
    aliases: [...model.aliases],
    prices: copyOf(model.prices),
    longPromptPrices: copyOf(model.longPromptPrices),
  };
}
