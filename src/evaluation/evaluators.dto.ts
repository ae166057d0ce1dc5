import { ApiProperty } from '@nestjs/swagger';

export class EvaluatorResponse {
  @ApiProperty({ example: 'exact-label' })
  id: string;
  @ApiProperty({ example: 'Is the answer the expected label?' })
  question: string;
  /** When to use it and what it overlooks. */
  @ApiProperty({ example: 'Classification has one right label.' })
  why: string;
}

export class EvaluatorListResponse {
  @ApiProperty({ type: () => [EvaluatorResponse] })
  evaluators: EvaluatorResponse[];
}
