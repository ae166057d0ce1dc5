import { ApiProperty } from '@nestjs/swagger';
import type { Recipe } from './recipe.js';

export class HyperparameterResponse {
  @ApiProperty({ example: 'epochs' })
  name: string;
  @ApiProperty({ example: 8 })
  value: number;
  @ApiProperty({ example: 'Validation accuracy is flat from 5 to 15 passes.' })
  reason: string;
}

export class RecipeResponse {
  @ApiProperty({ example: 'baseline-student' })
  id: string;
  @ApiProperty({ example: 'Baseline student' })
  title: string;
  /** What one asks when this recipe is the answer. */
  @ApiProperty({ example: 'Is a small linear model, trained here in seconds, already as good as the closed one?' })
  question: string;
  @ApiProperty({ example: 'A linear classifier over word and character n-grams.' })
  makes: string;
  @ApiProperty({ example: 'It needs no accelerator and no download.' })
  why: string;
  @ApiProperty({ example: 'Weinberger et al. 2009 (feature hashing)' })
  source: string;
  @ApiProperty({ example: 'closed-set classification' })
  task: string;
  @ApiProperty({ enum: ['none', 'required'], example: 'none' })
  gpu: string;
  @ApiProperty({ enum: ['none', 'base model'], example: 'none' })
  downloads: string;
  @ApiProperty({ type: () => [HyperparameterResponse] })
  hyperparameters: HyperparameterResponse[];
}

export class RecipeListResponse {
  @ApiProperty({ type: () => [RecipeResponse] })
  recipes: RecipeResponse[];
}

export function toRecipeResponse({ needs, hyperparameters, ...recipe }: Recipe): RecipeResponse {
  return { ...recipe, ...needs, hyperparameters: hyperparameters.map((one) => ({ ...one })) };
}
