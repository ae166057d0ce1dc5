import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { gateStates, type IntendedUse } from './licences/licence-gates.js';
import type { Modality } from './models/model-identity.js';

const answers = ['yes', 'no'] as const;
type Answer = (typeof answers)[number];
const usersMax = 100_000_000_000;
const gateNames = ['users', 'commerce', 'european-union', 'training-others', 'naming', 'notice', 'scope'] as const;

/** What is left out is not known, and makes a gate unclear where it hangs on it. */
export class IntendedUseQuery {
  @ApiProperty({ required: false, minimum: 0, maximum: usersMax, example: 1000000 })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(usersMax)
  monthlyUsers?: number;

  @ApiProperty({ required: false, enum: answers })
  @IsOptional()
  @IsIn(answers)
  commercial?: Answer;

  /** Whether the licensee lives or has its principal place of business there. */
  @ApiProperty({ required: false, enum: answers })
  @IsOptional()
  @IsIn(answers)
  europeanUnion?: Answer;

  /** Whether weights, also tuned ones, leave the house. */
  @ApiProperty({ required: false, enum: answers })
  @IsOptional()
  @IsIn(answers)
  distributed?: Answer;

  /** Whether outputs are to improve a model of another family. */
  @ApiProperty({ required: false, enum: answers })
  @IsOptional()
  @IsIn(answers)
  trainsOthers?: Answer;
}

export class LicenceGateResponse {
  @ApiProperty({ enum: gateNames, example: 'users' })
  name: string;
  /** `none`: does not apply. `managed`: there is something to keep to. */
  @ApiProperty({ enum: gateStates, example: 'managed' })
  state: string;
  @ApiProperty({ example: 'Fewer than 700 million monthly users.' })
  because: string;
}

export class LicenceRulingResponse {
  @ApiProperty({ example: 'meta-llama/Llama-2-7b-chat-hf' })
  model: string;
  /** Of the licence; null: none is on file. */
  @ApiProperty({ type: String, nullable: true, example: 'llama-2' })
  family: string | null;
  /** The worst of the gates; `unclear` where no licence is on file. */
  @ApiProperty({ enum: gateStates, example: 'managed' })
  state: string;
  @ApiProperty({ type: () => [LicenceGateResponse] })
  gates: LicenceGateResponse[];
}

function flag(answer: Answer | undefined): boolean | null {
  return answer === undefined ? null : answer === 'yes';
}

export function toIntendedUse(query: IntendedUseQuery, modalitiesIn: readonly Modality[]): IntendedUse {
  return {
    monthlyUsers: query.monthlyUsers ?? null,
    isCommercial: flag(query.commercial),
    isInEuropeanUnion: flag(query.europeanUnion),
    isMultimodal: modalitiesIn.some((one) => one !== 'text'),
    isDistributed: flag(query.distributed),
    trainsOthers: flag(query.trainsOthers),
  };
}
