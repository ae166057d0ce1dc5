// Near duplicates of a whole data set: among the training rows as delivered, and between these and the hold-out. Texts
// that are equal are put in once for each side, with the rows that have them.

import { bandCount, writeBandKeys } from './minhash.js';
import { type ClusterCounts, NearClusters } from './near-clusters.js';
import { findNearPairs, nearJaccardMin } from './near-pairs.js';

/** Where texts and their keys lie until they are compared: a million long ones do not fit into memory. */
export abstract class TextShelf {
  /**
   * Texts are numbered from 0 in the order in which they are put.
   * @param keys `bandCount` of them, which the caller writes over afterwards
   */
  abstract put(text: string, keys: Uint32Array): void;
  abstract get(place: number): string;
  /** The keys of all texts, one text after the other. */
  abstract keys(): Uint32Array;
}

export class ListShelf extends TextShelf {
  private readonly texts: string[] = [];
  private readonly bands: number[] = [];

  put(text: string, keys: Uint32Array): void {
    this.texts.push(text);
    this.bands.push(...keys);
  }

  get(place: number): string {
    return this.texts[place] ?? '';
  }

  keys(): Uint32Array {
    return Uint32Array.from(this.bands);
  }
}

export interface TextSide {
  readonly isHeldOut: boolean;
}

/** A held-out text and the training text next to it. */
export interface NearestText {
  readonly text: number;
  readonly share: number;
  /** Whether one of its neighbours is still there after repeated and leaked rows were taken out. */
  readonly isStillNear: boolean;
}

export interface NearOutcome {
  readonly counts: ClusterCounts;
  readonly clusters: NearClusters;
  /** By held-out text. */
  readonly nearest: ReadonlyMap<number, NearestText>;
  readonly complete: boolean;
}

const noLabels: ReadonlyMap<number, number> = new Map();

export class NearSearch {
  /** Of the text that is put. */
  private readonly keys = new Uint32Array(bandCount);
  private readonly units: Uint32Array;
  private readonly isHeldOut: Uint8Array;
  private readonly rows: Uint32Array;
  private readonly keptRows: Uint32Array;
  /** The label of all rows of the text, unless `labels` knows better. */
  private readonly label: Float64Array;
  private readonly labels = new Map<number, Map<number, number>>();
  private count = 0;

  /** @param textsMax distinct texts of both sides, at most */
  constructor(
    private readonly shelf: TextShelf,
    textsMax: number,
  ) {
    this.units = new Uint32Array(textsMax);
    this.isHeldOut = new Uint8Array(textsMax);
    this.rows = new Uint32Array(textsMax);
    this.keptRows = new Uint32Array(textsMax);
    this.label = new Float64Array(textsMax).fill(-1);
  }

  /** @param normalised as `normalText` gives it. @returns the number of the text */
  addText(normalised: string, { isHeldOut }: TextSide): number {
    const text = this.count;
    this.count += 1;
    writeBandKeys(normalised, this.keys, 0);
    this.units[text] = normalised.length;
    this.isHeldOut[text] = isHeldOut ? 1 : 0;
    this.shelf.put(normalised, this.keys);
    return text;
  }

  /** @param label a number that stands for the row's label */
  addRow(text: number, { label, isKept }: { readonly label: number; readonly isKept: boolean }): void {
    const before = this.rows[text] ?? 0;
    this.rows[text] = before + 1;
    this.keptRows[text] = (this.keptRows[text] ?? 0) + (isKept ? 1 : 0);
    const several = this.labels.get(text);
    if (several !== undefined) {
      several.set(label, (several.get(label) ?? 0) + 1);
    } else if (before === 0) {
      this.label[text] = label;
    } else if (this.label[text] !== label) {
      this.labels.set(
        text,
        new Map([
          [this.label[text] ?? -1, before],
          [label, 1],
        ]),
      );
    }
  }

  rowsOf(text: number): number {
    return this.rows[text] ?? 0;
  }

  search(jaccardMin: number = nearJaccardMin): NearOutcome {
    const nearest = new Map<number, NearestText>();
    const isTrain = (text: number) => this.isHeldOut[text] === 0;
    const clusters = new NearClusters(this.count, {
      rows: (text) => (isTrain(text) ? this.rowsOf(text) : 0),
      labels: (text) => (isTrain(text) ? this.labelsOf(text) : noLabels),
    });
    const complete = findNearPairs(
      this.nearTexts(),
      {
        take: (left, right, share) => {
          if (isTrain(left) && isTrain(right)) {
            clusters.join(left, right);
          } else {
            const [held, train] = isTrain(left) ? [right, left] : [left, right];
            nearest.set(held, this.nearer(nearest.get(held), train, share));
          }
        },
        areJoined: (left, right) => clusters.areJoined(left, right),
      },
      jaccardMin,
    );
    return { counts: clusters.counts(), clusters, nearest, complete };
  }

  private nearTexts() {
    const { count, units, isHeldOut } = this;
    return { count, keys: this.shelf.keys(), units, isHeldOut, textOf: (text: number) => this.shelf.get(text) };
  }

  private labelsOf(text: number): ReadonlyMap<number, number> {
    return this.labels.get(text) ?? new Map([[this.label[text] ?? -1, this.rowsOf(text)]]);
  }

  private nearer(known: NearestText | undefined, text: number, share: number): NearestText {
    const isKept = (this.keptRows[text] ?? 0) > 0;
    if (known === undefined) {
      return { text, share, isStillNear: isKept };
    }
    const isStillNear = known.isStillNear || isKept;
    const isBetter = share > known.share || (share === known.share && text < known.text);
    return isBetter ? { text, share, isStillNear } : { ...known, isStillNear };
  }
}
