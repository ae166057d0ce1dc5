// Between which numbers must the tokens of a row lie? Bounds that cost next to nothing.
import type { Example, Message } from '../rows/example.js';
import { lotIn } from '../rows/key-lot.js';
import { bytesPerUnitMax, type ChatTemplate, callBytesMax } from './templates/chat-template.js';

export interface BoundParts {
  readonly template: ChatTemplate;
  readonly tokensPerByteMax: number;
}

/** Never less than the exact number. Allocates nothing. @param contentBytes UTF-8 bytes of all messages */
export function boundOf(example: Example, contentBytes: number, { template, tokensPerByteMax }: BoundParts): number {
  const calls = example.tools.length === 0 && !hasCalls(example) ? 0 : callBytesMax(example);
  const around = example.messages.length * template.aroundTurnMax + template.aroundRowMax;
  const rejected = example.rejected === null ? 0 : rejectedBytesMax(example.rejected);
  return Math.ceil((contentBytes + calls + rejected) * tokensPerByteMax) + around;
}

function rejectedBytesMax(rejected: Message): number {
  const calls = rejected.toolCalls === undefined ? 0 : callBytesMax({ messages: [rejected], tools: [] });
  return rejected.content.length * bytesPerUnitMax + calls;
}

function hasCalls({ messages }: Example): boolean {
  for (const { role, toolCalls } of messages) {
    if (toolCalls !== undefined || role === 'tool') {
      return true;
    }
  }
  return false;
}

const space = 0x20;

/** Words between white space: no tokeniser of these families joins two of them into one token. */
export function wordsOf({ messages }: Pick<Example, 'messages'>): number {
  let words = 0;
  for (const { content } of messages) {
    let isInside = false;
    for (let at = 0; at < content.length; at++) {
      const isWord = content.charCodeAt(at) > space;
      if (isWord && !isInside) {
        words++;
      }
      isInside = isWord;
    }
  }
  return words;
}

const lotDigits = 3;

/** Whether a row belongs to the fixed sample: its key decides, never its place. @param rowKey hex SHA-256 */
export function isInSample(rowKey: string, share: number): boolean {
  return lotIn(rowKey, 0, lotDigits) < share * 16 ** lotDigits;
}
