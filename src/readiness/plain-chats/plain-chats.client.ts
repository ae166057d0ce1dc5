// Loads the compiled reader of plain chats and makes rows of what it finds. One a thread: it has its own memory.
import { sha256Hex } from '../../kernel/digest.js';
import type { LineFeeds } from '../imports/byte-lines.js';
import { loadKernel } from '../kernels/load-kernel.client.js';
import { lookTables } from '../quality/answer-look.js';
import type { Message } from '../rows/example.js';
import { normalUnits } from '../rows/normal-form.js';
import type { RowTexts } from '../rows/row-bytes.js';
import { signBits } from '../rows/text-signs.js';
import type { PlainLine, PlainLines } from './plain-lines.js';

const roles = ['system', 'user', 'assistant'] as const;

interface Exports {
  readonly memory: { readonly buffer: ArrayBuffer };
  prepare(): void;
  countFeeds(bytes: number): number;
  findFeeds(bytes: number): number;
  read(from: number, to: number): number;
  readonly INPUT: Place;
  readonly INPUT_BYTES_MAX: Place;
  readonly NORMALS: Place;
  readonly AROUND: Place;
  readonly FEEDS: Place;
  readonly FEEDS_MAX: Place;
  readonly ENDINGS: Place;
  readonly GRAM_SLOTS: Place;
  readonly LOOK_ENTRIES: Place;
  readonly SIGNS: Place;
  readonly RESULT: Place;
  readonly KEY: Place;
  readonly NORMAL: Place;
}

/** A number of the compiled reader. */
interface Place {
  readonly value: number;
}

/** Words of the result, as the compiled reader writes them. */
const [aroundBytes, aroundIsWide, keyBytes, promptEnd, normalEnd] = [0, 1, 2, 3, 4];
const [signs, contentBytes, cluster, sameSystem, look] = [5, 6, 7, 8, 9];
const [firstTurn, wordsATurn] = [16, 4];
const lineFeed = 10;
const keyViewsMax = 4_096;
const replacement = '\ufffd';

/** Null where the processor lacks the instructions for it: then every line is read the long way. */
export function makePlainLines(): PlainLines | null {
  const kernel = loadKernel('readiness/plain-chats/plain-chats.wasm', import.meta.url) as Exports | null;
  return kernel === null ? null : new PlainChats(kernel);
}

/** What `toString` of a buffer calls after a look at its arguments, which takes as long as making a short text. */
interface TextSlices {
  latin1Slice(from: number, to: number): string;
  utf8Slice(from: number, to: number): string;
}

class PlainChats implements PlainLines {
  private readonly bytes: Buffer & TextSlices;
  /** By length: parts of the memory from where key texts begin. Making one takes as long as hashing a short text. */
  private readonly keyViews: Uint8Array[] = [];
  private readonly result: Int32Array;
  private readonly feeds: { count: number; readonly places: Int32Array };
  private readonly inputAt: number;
  private readonly inputBytesMax: number;
  private readonly keyAt: number;
  private readonly aroundAt: number;
  private readonly normalAt: number;
  /** That of the line before: most lines of a file have the same. */
  private system = '';

  constructor(private readonly reader: Exports) {
    const { buffer } = reader.memory;
    this.bytes = Buffer.from(buffer) as Buffer & TextSlices;
    this.result = new Int32Array(buffer, reader.RESULT.value, firstTurn + 256 * wordsATurn);
    this.feeds = { count: 0, places: new Int32Array(buffer, reader.FEEDS.value, reader.FEEDS_MAX.value) };
    this.inputAt = reader.INPUT.value;
    this.inputBytesMax = reader.INPUT_BYTES_MAX.value;
    this.keyAt = reader.KEY.value;
    this.aroundAt = reader.AROUND.value;
    this.normalAt = reader.NORMAL.value;
    this.bytes.set(normalUnits, reader.NORMALS.value);
    this.write(reader.SIGNS, signBits);
    this.write(reader.ENDINGS, lookTables.endings);
    this.write(reader.GRAM_SLOTS, lookTables.gramSlots);
    this.write(reader.LOOK_ENTRIES, lookTables.entries);
    reader.prepare();
  }

  private write({ value }: Place, table: Uint16Array | Int32Array): void {
    this.bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), value);
  }

  load(bytes: Uint8Array): LineFeeds | null {
    if (bytes.length >= this.inputBytesMax) {
      return null;
    }
    this.bytes.set(bytes, this.inputAt);
    // A line that is cut off must not be completed by what stood there before.
    this.bytes[this.inputAt + bytes.length] = lineFeed;
    this.feeds.count = this.reader.findFeeds(bytes.length);
    return this.feeds.count === -1 ? null : this.feeds;
  }

  feedsIn(bytes: Uint8Array): number {
    let feeds = 0;
    for (let from = 0; from < bytes.length; from += this.inputBytesMax) {
      const part = bytes.subarray(from, from + this.inputBytesMax);
      this.bytes.set(part, this.inputAt);
      feeds += this.reader.countFeeds(part.length);
    }
    return feeds;
  }

  read(from: number, to: number): PlainLine | null {
    const turns = this.reader.read(from, to);
    if (turns === 0) {
      return null;
    }
    // The system prompt has to be known before the line can be declined.
    const messages = this.messages(turns);
    const around = this.around();
    return around === null ? null : { around, messages, texts: this.texts() };
  }

  /** Null where it is no UTF-8, or may be none. */
  private around(): string | null {
    const { bytes, aroundAt } = this;
    const end = aroundAt + this.word(aroundBytes);
    if (this.word(aroundIsWide) === 0) {
      return bytes.latin1Slice(aroundAt, end);
    }
    const around = bytes.utf8Slice(aroundAt, end);
    return around.includes(replacement) ? null : around;
  }

  private messages(turns: number): Message[] {
    const messages: Message[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      messages.push(this.message(firstTurn + turn * wordsATurn));
    }
    return messages;
  }

  private message(at: number): Message {
    const { result, bytes } = this;
    const role = roles[result[at] as number] ?? 'user';
    if (role === 'system' && result[sameSystem] === 1) {
      return { role, content: this.system };
    }
    const [from, to] = [result[at + 1] as number, result[at + 2] as number];
    const content = result[at + 3] === 0 ? bytes.latin1Slice(from, to) : bytes.utf8Slice(from, to);
    if (role === 'system') {
      this.system = content;
    }
    return { role, content };
  }

  private texts(): RowTexts {
    const { result, bytes, normalAt } = this;
    const [end, answerFrom] = [this.word(promptEnd), this.word(promptEnd) + 1];
    const normalPrompt = bytes.latin1Slice(normalAt, normalAt + end);
    const normalAnswer = bytes.latin1Slice(normalAt + answerFrom, normalAt + this.word(normalEnd));
    return {
      rowKey: sha256Hex(this.keyView(this.word(keyBytes))),
      normalPrompt,
      normalAnswer,
      contentBytes: this.word(contentBytes),
      signs: this.word(signs),
      answerLook: this.word(look),
      promptCluster: result[cluster] as number,
    };
  }

  private keyView(length: number): Uint8Array {
    const known = this.keyViews[length];
    if (known !== undefined) {
      return known;
    }
    const view = this.bytes.subarray(this.keyAt, this.keyAt + length);
    if (length < keyViewsMax) {
      this.keyViews[length] = view;
    }
    return view;
  }

  private word(at: number): number {
    return this.result[at] as number;
  }
}
