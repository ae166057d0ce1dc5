// Near duplicates, found once for all checks that ask. Rows as delivered, captured ones that were outranked excepted.
import type { EvidenceSample } from '../judging/evidence-sample.js';

export interface NearFacts {
  readonly trainRows: number;
  readonly removableTrainRows: number;
  /** Removable rows whose cluster holds more than one label: never taken out by itself. */
  readonly crossLabelPairs: number;
  readonly pairs: number;
  readonly rowsInClusters: number;
  readonly largestCluster: number;
  readonly holdoutRows: number;
  /** Hold-out rows with a near neighbour among the training rows as delivered. */
  readonly nearHoldoutRows: number;
  /** Of these: those whose neighbour is still there after repeated and leaked rows were taken out. */
  readonly nearHoldoutRowsLeft: number;
  /** False: the counts are lower bounds. */
  readonly complete: boolean;
  readonly removableSample: EvidenceSample;
  readonly nearHoldoutSample: EvidenceSample;
  /** The largest clusters, for people to look at: redacted excerpts with their row keys. */
  readonly clusters: readonly {
    readonly rows: number;
    readonly members: readonly { readonly rowKey: string; readonly label: string; readonly excerpt: string }[];
  }[];
  /** Held-out row and the training row next to it, with their Jaccard share. */
  readonly leakPairs: readonly {
    readonly holdoutKey: string;
    readonly trainKey: string;
    readonly jaccard: number;
    readonly holdoutExcerpt: string;
    readonly trainExcerpt: string;
  }[];
}
