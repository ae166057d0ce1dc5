// `{"conversations":[{"from","value"}, …]}` as ShareGPT exports and LLaMA-Factory have it, with `system`, `tools` (a list
// or its JSON text) and `images` beside it.
import { finishedChat } from './parts/finish-chat.js';
import { readListedImages } from './parts/listed-images.js';
import { readTraits } from './parts/row-metadata.js';
import { type ReadTurn, RowReading } from './parts/row-reading.js';
import { readShareGptTurns } from './parts/sharegpt-turns.js';
import { readTools } from './parts/tool-calls.js';
import type { RowFormat } from './row-format.js';

const contentKeys = new Set(['conversations', 'system', 'tools', 'images']);

export const shareGpt: RowFormat = {
  name: 'sharegpt',
  title: 'ShareGPT',
  recognises: (fields) => 'conversations' in fields,
  read: (fields) => {
    const reading = new RowReading();
    const spoken = readShareGptTurns(fields.conversations, 'conversations', reading);
    const { system } = fields;
    const first: ReadTurn[] =
      typeof system === 'string' && system !== ''
        ? [{ message: { role: 'system', content: system }, field: 'system' }]
        : [];
    const all = [...first, ...spoken];
    const turns = fields.images === undefined ? all : readListedImages(fields.images, all, reading);
    const tools = readTools(fields.tools, 'tools', reading);
    const traits = readTraits(fields, contentKeys, reading);
    return finishedChat({ turns, field: 'conversations', tools, traits }, reading);
  },
};
