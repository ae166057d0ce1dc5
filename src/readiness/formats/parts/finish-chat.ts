// From turns to an example: the last assistant turn is the answer, what follows it is dropped and remarked on; a system
// prompt comes first; somebody has asked; nothing is empty; at least one answer is learnt.
import type { ExampleKind, Message, ToolDeclaration } from '../../rows/example.js';
import { imagesPerRowMax } from '../../rows/image-facts.js';
import type { RowTraits } from '../../rows/row-traits.js';
import type { ReadOutcome } from '../row-format.js';
import type { ReadTurn, RowReading } from './row-reading.js';
import { refuseLooseCalls } from './tool-calls.js';

export interface ChatParts {
  readonly turns: readonly ReadTurn[];
  /** Path of the list, such as `messages`. */
  readonly field: string;
  readonly tools?: readonly ToolDeclaration[] | undefined;
  readonly traits: RowTraits;
  readonly kind?: ExampleKind;
  readonly rejected?: Message | null;
}

/** Content, or the faults noted on the way and here. */
export function finishedChat(parts: ChatParts, reading: RowReading): ReadOutcome {
  if (reading.faults.length > 0) {
    return reading.faults;
  }
  const { turns, field, tools, traits, kind = 'chat', rejected = null } = parts;
  const last = lastAnswer(turns);
  if (last === -1) {
    reading.refuse('msg.ends-assistant', field, 'No assistant turn: there is no answer to learn.');
    return reading.faults;
  }
  const isTrimmed = last + 1 < turns.length;
  const kept = isTrimmed ? turns.slice(0, last + 1) : turns;
  if (isTrimmed) {
    reading.note('turns.trimmed');
  }
  refuseOrder(kept, field, reading);
  refuseEmpty(kept, reading);
  refuseUnlearnt(kept, field, reading);
  if (kept.some(({ message }) => message.role === 'tool' || message.toolCalls !== undefined)) {
    refuseLooseCalls(kept, tools, reading);
  }
  refuseImages(kept, field, reading);
  if (reading.faults.length > 0) {
    return reading.faults;
  }
  const notes = reading.notes.length === 0 ? traits : { ...traits, notes: reading.notes };
  return {
    content: {
      kind,
      messages: kept.map((turn) => turn.message),
      ...(rejected === null ? {} : { rejected }),
      ...(tools === undefined || tools.length === 0 ? {} : { tools }),
      traits: notes,
    },
    trimmed: isTrimmed,
    pictures: reading.pictures,
  };
}

function lastAnswer(turns: readonly ReadTurn[]): number {
  for (let place = turns.length - 1; place >= 0; place -= 1) {
    if (turns[place]?.message.role === 'assistant') {
      return place;
    }
  }
  return -1;
}

function refuseOrder(turns: readonly ReadTurn[], field: string, reading: RowReading): void {
  let asked = false;
  let isFirst = true;
  for (const { message, field: at } of turns) {
    if (message.role === 'system' && !isFirst) {
      reading.refuse('msg.roles', `${at}.role`, 'A system message can only come first.');
      return;
    }
    asked ||= message.role === 'user';
    isFirst = false;
  }
  if (!asked) {
    reading.refuse('msg.roles', field, 'No user turn before the answer.');
  }
}

function refuseEmpty(turns: readonly ReadTurn[], reading: RowReading): void {
  for (const { message, field } of turns) {
    const { role, content, toolCalls, images } = message;
    const says = toolCalls !== undefined || images !== undefined || role === 'tool' || /\S/.test(content);
    if (!says) {
      reading.refuse('msg.content-empty', field === '' ? 'content' : `${field}.content`, 'The content is empty.');
    }
  }
}

function refuseUnlearnt(turns: readonly ReadTurn[], field: string, reading: RowReading): void {
  const isLearnt = turns.some(({ message }) => message.role === 'assistant' && message.weight !== 0);
  if (!isLearnt) {
    reading.refuse('msg.weight', field, 'Every answer has weight 0: nothing is learnt.');
  }
}

/** Marks as LLaMA-Factory has them: where a text marks places of pictures, there are as many as pictures. */
function refuseImages(turns: readonly ReadTurn[], field: string, reading: RowReading): void {
  let images = 0;
  let marks = 0;
  for (const { message } of turns) {
    images += message.images?.length ?? 0;
    marks += message.content.includes('<image>') ? message.content.split('<image>').length - 1 : 0;
  }
  if (images > imagesPerRowMax) {
    reading.refuse('image.ref', field, `A row shows at most ${imagesPerRowMax} pictures.`);
  }
  if (marks > 0 && images > 0 && marks !== images) {
    reading.refuse('image.ref', field, `The texts mark ${marks} pictures, and the row has ${images}.`);
  }
}
