// Loads the compiled scan for hints. One a thread: it has its own memory.
import { loadKernel } from '../../kernels/load-kernel.client.js';
import type { Beginning, Detector, Places } from '../detectors/detector.js';
import { HintScan } from '../hint-scan.js';
import type { TextScan } from '../text-scan.js';
import { encoder } from '../word-index.js';
import { detectorsMax, makeHintTables } from './hint-tables.js';

const bytesOfUnitMax = 3;
const [digitCount, capitalCount, resultWords] = [4, 5, 6];
const none: Places = { at: [], count: 0 };

type Table = 'BLANKS' | 'WORDLESS' | 'MAYBE' | 'RANKS' | 'FIRSTS' | 'ENTRIES' | 'WORDS' | 'LISTS' | 'WORD_BYTES';
type Room = 'TABLES_END' | 'TEXT' | 'TEXT_BYTES_MAX' | 'RESULT' | 'DIGITS' | 'CAPITALS' | 'PLACES';

interface Exports extends Readonly<Record<Table | Room, { readonly value: number }>> {
  readonly memory: { readonly buffer: ArrayBuffer };
  prepare(): void;
  scan(bytes: number): number;
  placesOf(detector: number): number;
}

/** Where the processor lacks the instructions for it, every text is read the long way. */
export function makeHintScan(detectors: readonly Detector[]): TextScan {
  const kernel = loadKernel('readiness/privacy/hint-scan/hint-scan.wasm', import.meta.url) as Exports | null;
  return kernel === null ? new HintScan(detectors) : new CompiledHintScan(kernel, detectors);
}

/** Places that the compiled scan writes. */
class MemoryPlaces implements Places {
  readonly at: Int32Array;
  count = 0;

  constructor(memory: ArrayBuffer, from: number, countMax: number) {
    this.at = new Int32Array(memory, from, countMax);
  }

  counting(count: number): this {
    this.count = count;
    return this;
  }
}

class CompiledHintScan implements TextScan {
  private readonly input: Uint8Array;
  private readonly unitsMax: number;
  private readonly result: Int32Array;
  private readonly worth = { at: new Int32Array(detectorsMax), count: 0 };
  private readonly digits: MemoryPlaces;
  private readonly capitals: MemoryPlaces;
  private readonly places: MemoryPlaces;
  private readonly begins: readonly (Beginning | undefined)[];
  /** Made when a text is too long. */
  private long: HintScan | null = null;
  private isLong = false;

  constructor(
    private readonly kernel: Exports,
    private readonly detectors: readonly Detector[],
  ) {
    const { buffer } = kernel.memory;
    const bytesMax = kernel.TEXT_BYTES_MAX.value;
    this.input = new Uint8Array(buffer, kernel.TEXT.value + 1, bytesMax);
    this.unitsMax = Math.floor(bytesMax / bytesOfUnitMax);
    this.result = new Int32Array(buffer, kernel.RESULT.value, resultWords);
    this.digits = new MemoryPlaces(buffer, kernel.DIGITS.value, bytesMax);
    this.capitals = new MemoryPlaces(buffer, kernel.CAPITALS.value, bytesMax);
    this.places = new MemoryPlaces(buffer, kernel.PLACES.value, bytesMax / 2);
    this.begins = detectors.map(({ begins }) => begins);
    writeTables(kernel, detectors);
    kernel.prepare();
  }

  worthIn(text: string): Places {
    if (text.length > this.unitsMax) {
      return this.readLong(text);
    }
    this.isLong = false;
    const { written } = encoder.encodeInto(text, this.input);
    const worth = this.kernel.scan(written);
    return worth === 0 ? none : worth < 0 ? this.readLong(text) : this.readWorth();
  }

  placesOf(detector: number): Places | undefined {
    if (this.isLong) {
      return this.long?.placesOf(detector);
    }
    const begins = this.begins[detector];
    if (begins === undefined) {
      return undefined;
    }
    if (begins === 'digit') {
      return this.digits.counting(this.result[digitCount] as number);
    }
    return begins === 'capital'
      ? this.capitals.counting(this.result[capitalCount] as number)
      : this.places.counting(this.kernel.placesOf(detector));
  }

  private readLong(text: string): Places {
    this.isLong = true;
    this.long ??= new HintScan(this.detectors);
    return this.long.worthIn(text);
  }

  private readWorth(): Places {
    const { worth, result } = this;
    worth.count = 0;
    for (let word = 0; word < digitCount; word += 1) {
      for (let bits = result[word] as number; bits !== 0; bits &= bits - 1) {
        worth.at[worth.count] = 32 * word + 31 - Math.clz32(bits & -bits);
        worth.count += 1;
      }
    }
    return worth;
  }
}

function writeTables(kernel: Exports, detectors: readonly Detector[]): void {
  const { blanks, wordless, maybe, ranks, firsts, entries, words, lists, wordBytes } = makeHintTables(detectors);
  const all = [blanks, wordless, maybe, ranks, firsts, entries, words, lists, wordBytes];
  const { BLANKS, WORDLESS, MAYBE, RANKS, FIRSTS, ENTRIES, WORDS, LISTS, WORD_BYTES, TABLES_END } = kernel;
  const places = [BLANKS, WORDLESS, MAYBE, RANKS, FIRSTS, ENTRIES, WORDS, LISTS, WORD_BYTES, TABLES_END];
  const memory = new Uint8Array(kernel.memory.buffer);
  all.forEach((table, place) => {
    const [from, to] = [places[place]?.value ?? 0, places[place + 1]?.value ?? 0];
    if (table.byteLength > to - from) {
      throw new RangeError('the words of the detectors are more than the memory of the compiled scan has room for');
    }
    memory.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength), from);
  });
}
