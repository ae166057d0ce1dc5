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
