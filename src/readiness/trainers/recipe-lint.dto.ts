import { IsIn, IsString, Length } from 'class-validator';
import type { Framework } from '../facts/target-facts.js';
import { lintedFrameworks, type RecipeFault } from './lint-recipe.js';

const textUnitsMax = 500_000;

export class LintRecipeRequest {
  /** One of those of which settings are known to be gone. @example 'trl' */
  @IsIn(lintedFrameworks) framework: Framework;
  /** The file as it is: YAML, JSON, Python or a command line. @example 'max_seq_length: 2048' */
  @IsString() @Length(1, textUnitsMax) text: string;
}

export class RecipeFaultResponse {
  /** @example 1 */
  line: number;
  /** @example 'max_seq_length' */
  setting: string;
  /** What is wrong, and what to write instead. */
  message: string;
}

export class RecipeLintResponse {
  faults: RecipeFaultResponse[];
}

export function toRecipeLint(faults: readonly RecipeFault[]): RecipeLintResponse {
  return { faults: faults.map(({ line, setting, message }) => ({ line, setting, message })) };
}
