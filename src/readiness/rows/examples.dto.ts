import { Type } from 'class-transformer';
import { IsInt, IsOptional, Matches, Max, Min } from 'class-validator';
import type { Example, Message } from './example.js';
import type { ExamplePage } from './example-store.js';

export class ListExamplesQuery {
  /** @example 25 */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(200) limit?: number;
  /** As `next` of the page before gave it. @example 'train 0f1e…' */
  @IsOptional() @Matches(/^(auto|train|holdout) [0-9a-f]{64}$/) after?: string;
}

export class ExampleTurnResponse {
  /** system, user, assistant or tool. @example 'user' */
  role: string;
  content: string;
  /** Names of the tools that the turn calls. */
  calls: string[];
  /** Pictures that the turn shows. */
  images: number;
}

export class ExampleResponse {
  /** Hex SHA-256 of the content. */
  rowKey: string;
  /** chat, preference, text or image-text. @example 'chat' */
  kind: string;
  /** As it was declared: train, holdout or auto. @example 'train' */
  declaredSplit: string;
  /** import or exchange. @example 'import' */
  origin: string;
  /** Upload or captured call. @example 'imp_01kc0000000000000000000000' */
  originId: string;
  /** Line of the upload; null for captured rows. @example 17 */
  line: number | null;
  turns: ExampleTurnResponse[];
  /** The answer that was liked less; null unless it is a preference pair. */
  rejected: string | null;
  /** The model that answered, as it named itself. */
  model: string | null;
  /** When it was said, ms since the epoch. */
  at: number | null;
  /** Remarks of the reader. */
  notes: string[];
}

export class ExampleListResponse {
  examples: ExampleResponse[];
  /** Null: this was the last page. */
  next: string | null;
}

function toTurn({ role, content, toolCalls = [], images = [] }: Message): ExampleTurnResponse {
  return { role, content, calls: toolCalls.map((call) => call.name), images: images.length };
}

function toResponse(row: Example): ExampleResponse {
  const { rowKey, kind, declaredSplit, origin, originId, line, messages, rejected, traits } = row;
  return {
    rowKey,
    kind,
    declaredSplit,
    origin,
    originId,
    line,
    turns: messages.map(toTurn),
    rejected: rejected?.content ?? null,
    model: traits.model,
    at: traits.at,
    notes: [...traits.notes],
  };
}

export function toExampleList({ rows, next }: ExamplePage): ExampleListResponse {
  return { examples: rows.map(toResponse), next };
}
