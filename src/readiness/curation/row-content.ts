// A row's content taken apart from where it came from: what a replacement is made of.
import type { Example, Message, RowContent } from '../rows/example.js';

export function contentOf({ kind, messages, rejected, tools, traits }: Example): RowContent {
  return {
    kind,
    messages,
    ...(rejected === null ? {} : { rejected }),
    ...(tools.length === 0 ? {} : { tools }),
    traits,
  };
}

export function withMessages(example: Example, messages: readonly Message[]): RowContent {
  return { ...contentOf(example), messages };
}
