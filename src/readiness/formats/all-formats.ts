// The row formats, in the order in which they are recognised: what has more keys of its own comes first.
import { alpaca } from './alpaca.js';
import { anthropicCapture } from './anthropic-capture.js';
import { classification } from './classification.js';
import { geminiCapture } from './gemini-capture.js';
import { imageCaption } from './image-caption.js';
import { openAiChat } from './openai-chat.js';
import { openAiExchange } from './openai-exchange.js';
import { openAiPreference } from './openai-preference.js';
import { plainText } from './plain-text.js';
import { promptCompletion } from './prompt-completion.js';
import type { FormatName, RowFormat } from './row-format.js';
import { shareGpt } from './sharegpt.js';
import { trlPreference } from './trl-preference.js';

export const allFormats: readonly RowFormat[] = [
  openAiPreference,
  trlPreference,
  openAiExchange,
  geminiCapture,
  anthropicCapture,
  openAiChat,
  shareGpt,
  alpaca,
  imageCaption,
  classification,
  promptCompletion,
  plainText,
];

/** `auto`: each row by its keys. A named format is asked for every row, whatever its keys are. */
export function formatsOf(name: FormatName | 'auto'): readonly RowFormat[] {
  return name === 'auto' ? allFormats : allFormats.filter((format) => format.name === name);
}
