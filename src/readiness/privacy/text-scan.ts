// What a search asks of whoever reads a text first.
import type { Places } from './detectors/detector.js';

/** Reads one text after the other; what it tells of one holds until it reads the next. */
export interface TextScan {
  /** Which of the detectors, by their places in the list, are worth running. Used again by the next call. */
  worthIn(text: string): Places;
  /** Where the detector has to look in the text that was read; undefined: everywhere. */
  placesOf(detector: number): Places | undefined;
}
