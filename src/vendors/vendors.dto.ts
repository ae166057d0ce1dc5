import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsOptional, IsString, Length, ValidateNested } from 'class-validator';
import type { Vendor, VendorModel } from './vendor.js';

const modelsMax = 500;
const priceLengthMax = 26;

export class VendorModelBody {
  /** As the vendor calls it. */
  @ApiProperty({ example: 'gpt-4o' })
  @IsString()
  @Length(1, 200)
  name: string;

  /** Contract price, a decimal string; null when it is not known. */
  @ApiProperty({ type: String, nullable: true, required: false, example: '2.50' })
  @IsOptional()
  @IsString()
  @Length(1, priceLengthMax)
  usdPerMillionInputTokens?: string | null;

  /** Contract price of prompt tokens that the vendor had in its cache. */
  @ApiProperty({ type: String, nullable: true, required: false, example: '1.25' })
  @IsOptional()
  @IsString()
  @Length(1, priceLengthMax)
  usdPerMillionCachedInputTokens?: string | null;

  /** Contract price of completion tokens, reasoning included. */
  @ApiProperty({ type: String, nullable: true, required: false, example: '10' })
  @IsOptional()
  @IsString()
  @Length(1, priceLengthMax)
  usdPerMillionOutputTokens?: string | null;
}

export class PutVendorRequest {
  /** Public addresses over https; private ones only if the operator has listed them. */
  @ApiProperty({ example: 'https://api.openai.com/v1' })
  @IsString()
  @Length(1, 500)
  baseUrl: string;

  /** The dialect that it speaks. */
  @ApiProperty({ enum: ['openai'], required: false, example: 'openai' })
  @IsOptional()
  @IsIn(['openai'])
  dialect?: 'openai';

  /** Where the key is kept: env:NAME or file:/path. Null when the vendor asks for none. The key itself is never sent. */
  @ApiProperty({ type: String, nullable: true, required: false, example: 'env:OPENAI_API_KEY' })
  @IsOptional()
  @IsString()
  @Length(1, 300)
  apiKeyRef?: string | null;

  /** Models with a price of their own. A model that is not listed may be used; its list price counts. */
  @ApiProperty({ type: () => [VendorModelBody], required: false })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(modelsMax)
  @ValidateNested({ each: true })
  @Type(() => VendorModelBody)
  models?: VendorModelBody[];
}

export class VendorModelResponse {
  @ApiProperty({ example: 'gpt-4o' })
  name: string;
  @ApiProperty({ type: String, nullable: true, example: '2.50' })
  usdPerMillionInputTokens: string | null;
  @ApiProperty({ type: String, nullable: true, example: '1.25' })
  usdPerMillionCachedInputTokens: string | null;
  @ApiProperty({ type: String, nullable: true, example: '10' })
  usdPerMillionOutputTokens: string | null;
}

export class VendorResponse {
  @ApiProperty({ example: 'openai' })
  name: string;
  @ApiProperty({ example: 'https://api.openai.com/v1' })
  baseUrl: string;
  @ApiProperty({ enum: ['openai'], example: 'openai' })
  dialect: 'openai';
  /** The reference alone. */
  @ApiProperty({ type: String, nullable: true, example: 'env:OPENAI_API_KEY' })
  apiKeyRef: string | null;
  @ApiProperty({ type: () => [VendorModelResponse] })
  models: VendorModelResponse[];
}

export class VendorListResponse {
  @ApiProperty({ type: () => [VendorResponse] })
  vendors: VendorResponse[];
}

export function toVendor(name: string, body: PutVendorRequest): Vendor {
  const models = (body.models ?? []).map(
    (model): VendorModel => ({
      name: model.name,
      usdPerMillionInputTokens: model.usdPerMillionInputTokens ?? null,
      usdPerMillionCachedInputTokens: model.usdPerMillionCachedInputTokens ?? null,
      usdPerMillionOutputTokens: model.usdPerMillionOutputTokens ?? null,
    }),
  );
  const { baseUrl, dialect = 'openai', apiKeyRef = null } = body;
  return { name, baseUrl, dialect, apiKeyRef, models };
}

export function toVendorResponse(vendor: Vendor): VendorResponse {
  return { ...vendor, models: vendor.models.map((model) => ({ ...model })) };
}
