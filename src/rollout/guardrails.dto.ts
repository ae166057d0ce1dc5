import { ApiProperty } from '@nestjs/swagger';

export class GuardrailResponse {
  @ApiProperty({ example: 'error-rate' })
  id: string;
  @ApiProperty({ example: 'Does the candidate fail no more often than the incumbent, within the allowed excess?' })
  question: string;
  @ApiProperty({ example: 'A call that fails is the plainest harm that a candidate does.' })
  why: string;
  /** Where the method comes from. */
  @ApiProperty({ example: 'Newcombe, Statistics in Medicine 17 (1998), method 10' })
  source: string;
}

export class GuardrailListResponse {
  @ApiProperty({ type: () => [GuardrailResponse] })
  guardrails: GuardrailResponse[];
}

export class GuardrailReadingResponse {
  /** @example 'error-rate' */
  id: string;
  /** inconclusive is an answer too: there are not enough calls yet. */
  @ApiProperty({ enum: ['pass', 'fail', 'inconclusive'], example: 'inconclusive' })
  outcome: string;
  /** In the unit of the guardrail; null: nothing could be measured. */
  @ApiProperty({ type: Number, nullable: true, example: 0.012 })
  measured: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 0.02 })
  bound: number | null;
  /** Calls that it stands on. */
  @ApiProperty({ example: 812 })
  n: number;
  text: string;
}

export class GuardrailsNowResponse {
  measuredAt: string;
  /** Since when calls are counted: the step that is running. */
  stepEnteredAt: string;
  guardrails: GuardrailReadingResponse[];
  /** Why nothing could be measured; null: it could. */
  @ApiProperty({ type: String, nullable: true, example: null })
  problem: string | null;
}
