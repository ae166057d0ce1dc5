// The quick way to read nearly all lines of a chat file: straight from the bytes, without a text of the whole line. What it
// gives for a line is what the long way gives; where it cannot, it declines.
import type { LineFeeds } from '../imports/byte-lines.js';
import type { Message } from '../rows/example.js';
import type { RowTexts } from '../rows/row-bytes.js';

/** Stands for the list of turns in what is around it. */
export const turnsPlaceholder = 0;

export interface PlainLine {
  /** The JSON text of the line with `turnsPlaceholder` as its `messages`; not parsed yet. */
  readonly around: string;
  /** At least a turn of a user, and an answer at the end. */
  readonly messages: readonly Message[];
  readonly texts: RowTexts;
}

export interface PlainLines {
  /** Line feeds in these bytes, however many bytes they are. What was loaded before is gone. */
  feedsIn(bytes: Uint8Array): number;
  /**
   * Bytes of which lines are read next; they are copied.
   * @returns places of their line feeds, used again by the next call; null: too much, the lines have to be read the long way
   */
  load(bytes: Uint8Array): LineFeeds | null;
  /**
   * Null: it has to be read the long way.
   * @param from where the line begins in the bytes @param to where it ends, without the line end
   */
  read(from: number, to: number): PlainLine | null;
}
