// `{"messages":[{"role","content"}, …]}` as OpenAI's fine-tuning has it; Azure, Together, Fireworks and Mistral take the
// same. Beside it: `tools`, `parallel_tool_calls`, `functions` (older), and `images` for the marks in the texts.

import type { RowTraits } from '../rows/row-traits.js';
import { finishedChat } from './parts/finish-chat.js';
import { readListedImages } from './parts/listed-images.js';
import { readOpenAiMessages } from './parts/openai-messages.js';
import { plainTurns } from './parts/plain-turns.js';
import { readTraits } from './parts/row-metadata.js';
import { RowReading } from './parts/row-reading.js';
import { readTools } from './parts/tool-calls.js';
import type { Fields, ReadOutcome, RowFormat } from './row-format.js';

const contentKeys = new Set(['messages', 'tools', 'functions', 'images']);

export const openAiChat: RowFormat = {
  name: 'openai-chat',
  title: 'OpenAI chat',
  recognises: (fields) => 'messages' in fields,
  read: (fields) => {
    const reading = new RowReading();
    if (fields.tools === undefined && fields.functions === undefined && fields.images === undefined) {
      const messages = plainTurns(fields.messages);
      if (messages !== null) {
        const traits = withNotes(readTraits(fields, contentKeys, reading), reading);
        return { content: { kind: 'chat', messages, traits }, trimmed: false, pictures: reading.pictures };
      }
    }
    return readAtLength(fields, reading);
  },
};

function withNotes(traits: RowTraits, { notes }: RowReading): RowTraits {
  return notes.length === 0 ? traits : { ...traits, notes };
}

/** Everything that a chat may hold. */
export function readAtLength(fields: Fields, reading: RowReading): ReadOutcome {
  const turns = readOpenAiMessages(fields.messages, 'messages', reading);
  const declared = fields.tools ?? fields.functions;
  const tools = declared === undefined ? undefined : readTools(declared, 'tools', reading);
  const shown = fields.images === undefined ? turns : readListedImages(fields.images, turns, reading);
  const traits = readTraits(fields, contentKeys, reading);
  return finishedChat({ turns: shown, field: 'messages', tools, traits }, reading);
}
