// `{"input":{"messages":[…]},"preferred_output":[…],"non_preferred_output":[…]}` as OpenAI and Together take it for
// direct preference optimisation.
import { readOpenAiMessages } from './parts/openai-messages.js';
import { finishedPair, readAnswer } from './parts/preference-pair.js';
import { readTraits } from './parts/row-metadata.js';
import { RowReading } from './parts/row-reading.js';
import { readTools } from './parts/tool-calls.js';
import type { Fields, RowFormat } from './row-format.js';

const contentKeys = new Set(['input', 'preferred_output', 'non_preferred_output']);

export const openAiPreference: RowFormat = {
  name: 'openai-preference',
  title: 'OpenAI preference pair',
  recognises: (fields) => 'preferred_output' in fields || 'non_preferred_output' in fields,
  read: (fields) => {
    const reading = new RowReading();
    const { input } = fields;
    if (typeof input !== 'object' || input === null || Array.isArray(input)) {
      reading.refuse('pref.pair', 'input', 'The input is an object with messages.');
      return reading.faults;
    }
    const { messages, tools } = input as Fields;
    const prompt = readOpenAiMessages(messages, 'input.messages', reading);
    const chosen = readOutput(fields.preferred_output, 'preferred_output', reading);
    const rejected = readOutput(fields.non_preferred_output, 'non_preferred_output', reading);
    const traits = readTraits(fields, contentKeys, reading);
    const declared = readTools(tools, 'input.tools', reading);
    return finishedPair({ prompt, promptField: 'input.messages', chosen, rejected, tools: declared, traits }, reading);
  },
};

function readOutput(value: unknown, field: string, reading: RowReading) {
  if (!Array.isArray(value)) {
    reading.refuse('pref.pair', field, 'An output is a list of one message.');
    return null;
  }
  return readAnswer(value, field, reading);
}
