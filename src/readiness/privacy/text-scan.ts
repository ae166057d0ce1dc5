// What a search asks of whoever reads a text first.
import type { Places } from './detectors/detector.js';

/** Reads one text after the other; what it tells of one holds until it reads the next. */
export interface TextScan {
  /** Places in the list of the detectors that are worth running, ascending. The array is used again. */
  worthIn(text: string): readonly number[];
  /** Where the detector has to look in the text that was read; undefined: everywhere. */
  placesOf(detector: number): Places | undefined;
}
