// Can one learn from this captured call? Reads the bytes of a chat completion, plain or streamed, and gives the example
// with what is known of it, or the reason why there is none. An answer that broke off or was filtered is no answer to
// learn; one that calls a tool is, when the call is whole.

import { readOpenAiCall } from '../formats/openai-exchange.js';
import { withControlNote } from '../formats/parts/control-signs.js';
import type { RowFault } from '../imports/import-fault.js';
import type { ExclusionReason } from '../intake/intake-tally.js';
import { parsedBytes, readCapturedAnswer } from './captured-answer.js';
import { type KeyedExample, makeExample, type RowContent } from './example.js';
import { noTraits } from './row-traits.js';

/** What is needed of an exchange; bodies are null when they were not captured. */
export interface CapturedExchange {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly outcome: string;
  /** A body was longer than what is kept. */
  readonly truncated: boolean;
  readonly request: Uint8Array | null;
  readonly response: Uint8Array | null;
  /** The model that answered, as the vendor named it; it goes before what the response says. */
  readonly model?: string | null;
  /** The model that was asked for. */
  readonly requestedModel?: string | null;
  /** Conversation or account, as a hash: rows that share it stay on one side. */
  readonly unit?: string | null;
}

export function exampleFromExchange(exchange: CapturedExchange): KeyedExample | { readonly excluded: ExclusionReason } {
  const { request, response } = exchange;
  if (exchange.outcome !== 'ok') {
    return { excluded: 'failed' };
  }
  if (exchange.truncated) {
    return { excluded: 'body-cut' };
  }
  if (request === null || response === null) {
    return { excluded: 'no-body' };
  }
  const asked = parsedBytes(request);
  if (asked === null || !Array.isArray(asked.messages)) {
    return { excluded: 'request-unreadable' };
  }
  const answer = readCapturedAnswer(response);
  if (answer === null) {
    return { excluded: 'response-unreadable' };
  }
  if (answer.finish === 'length') {
    return { excluded: 'answer-cut' };
  }
  if (answer.finish === 'content_filter') {
    return { excluded: 'answer-filtered' };
  }
  const read = readOpenAiCall({
    request: asked,
    message: { ...answer.message, role: 'assistant' },
    metadata: { ...(answer.finish === null ? {} : { finish_reason: answer.finish }) },
  });
  if (!('content' in read)) {
    return { excluded: whyExcluded(read) };
  }
  const content = withTraits(withControlNote(read.content), exchange, answer.model);
  return makeExample(content, { origin: 'exchange', originId: exchange.id, line: null, declaredSplit: 'auto' });
}

const answerField = 'response.choices[0].message';

function whyExcluded(faults: readonly RowFault[]): ExclusionReason {
  if (faults.some((fault) => fault.code === 'tool.calls')) {
    return 'tool-calls';
  }
  const [first] = faults;
  const isSilent = first?.code === 'msg.content-empty' || first?.code === 'msg.structure';
  return isSilent && first.field.startsWith(answerField) ? 'no-answer' : 'unsupported-content';
}

function withTraits(content: RowContent, exchange: CapturedExchange, answeredBy: string | null): RowContent {
  const traits = content.traits ?? noTraits;
  return {
    ...content,
    traits: {
      ...traits,
      at: exchange.at,
      model: exchange.model ?? answeredBy ?? traits.model ?? exchange.requestedModel ?? null,
      group: exchange.unit ?? traits.group,
    },
  };
}
