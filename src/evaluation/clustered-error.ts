// Standard error of a mean when examples come in clusters (same document, same user): they are no independent evidence,
// and counting them so makes every interval too narrow. Miller, arXiv:2411.00640, section 2.2; on paired data hand in the
// differences candidate − incumbent. The sandwich (CR0) form, printed by regression packages, is given beside it.

export interface ClusteredError {
  readonly mean: number;
  readonly n: number;
  readonly clusters: number;
  /** As if all scores were independent, n − 1 form. Null for a single score. */
  readonly standardError: number | null;
  /** The one to use. Null for a single score. */
  readonly clusteredStandardError: number | null;
  readonly sandwichStandardError: number;
  /** (clustered / naive)²: by how much fewer independent examples these are worth. Null when the naive one is 0. */
  readonly designEffect: number | null;
}

/** One array of scores per cluster; empty clusters do not count. Null without a score. RangeError on a broken score. */
export function clusteredError(scoresByCluster: readonly (readonly number[])[]): ClusteredError | null {
  const groups = scoresByCluster.filter((group) => group.length > 0);
  const scores = groups.flat();
  const n = scores.length;
  if (n === 0) {
    return null;
  }
  if (!scores.every(Number.isFinite)) {
    throw new RangeError('a score is a finite number');
  }
  const mean = scores.reduce((sum, score) => sum + score, 0) / n;
  const squares = scores.reduce((sum, score) => sum + (score - mean) ** 2, 0);
  const clusterSquares = groups.reduce(
    (sum, group) => sum + group.reduce((part, score) => part + score - mean, 0) ** 2,
    0,
  );
  const naive = n > 1 ? squares / (n - 1) / n : null;
  // Σ over pairs i ≠ j of one cluster is the squared cluster sum less its squares. The whole is never negative:
  // squares/(n(n−1)) outweighs the squares/n² taken away.
  const clustered = naive === null ? null : naive + Math.max(-naive, (clusterSquares - squares) / (n * n));
  return {
    mean,
    n,
    clusters: groups.length,
    standardError: naive === null ? null : Math.sqrt(naive),
    clusteredStandardError: clustered === null ? null : Math.sqrt(clustered),
    sandwichStandardError: Math.sqrt(clusterSquares) / n,
    designEffect: naive === null || clustered === null || naive === 0 ? null : clustered / naive,
  };
}
