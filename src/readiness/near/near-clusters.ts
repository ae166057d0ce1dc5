// Rows that are nearly the same, gathered into clusters. Texts that are equal are one text here, which several rows have:
// a text that stands a thousand times costs nothing.

/** The rows that have each of the distinct texts. */
export interface TextRows {
  rows(text: number): number;
  /** Rows by label, as a number that stands for it. */
  labels(text: number): ReadonlyMap<number, number>;
}

export interface ClusterCounts {
  /** Pairs of rows at or above the bound, equal texts included. */
  readonly pairs: number;
  /** Of these: the two rows have different labels. */
  readonly crossLabelPairs: number;
  readonly rowsInClusters: number;
  /** Rows that could go if one of each cluster stayed. */
  readonly removable: number;
  readonly largestCluster: number;
}

export class NearClusters {
  private readonly parents: Int32Array;
  private pairs = 0;
  private crossLabelPairs = 0;

  constructor(
    private readonly count: number,
    private readonly texts: TextRows,
  ) {
    this.parents = new Int32Array(count);
    for (let text = 0; text < count; text += 1) {
      this.parents[text] = text;
      if (texts.rows(text) > 1) {
        this.pairEqual(text);
      }
    }
  }

  private pairEqual(text: number): void {
    const half = (rows: number) => (rows * (rows - 1)) / 2;
    const pairs = half(this.texts.rows(text));
    const alike = [...this.texts.labels(text).values()].reduce((sum, same) => sum + half(same), 0);
    this.pairs += pairs;
    this.crossLabelPairs += pairs - alike;
  }

  join(left: number, right: number): void {
    const [one, other] = [this.texts.labels(left), this.texts.labels(right)];
    let alike = 0;
    for (const [label, rows] of one) {
      alike += rows * (other.get(label) ?? 0);
    }
    const pairs = this.texts.rows(left) * this.texts.rows(right);
    this.pairs += pairs;
    this.crossLabelPairs += pairs - alike;
    const [first, second] = [this.rootOf(left), this.rootOf(right)];
    // The earlier root stays, so that the leader of a cluster is its first text.
    this.parents[Math.max(first, second)] = Math.min(first, second);
  }

  areJoined(left: number, right: number): boolean {
    return this.rootOf(left) === this.rootOf(right);
  }

  /** The first text of the cluster. */
  rootOf(text: number): number {
    let at = text;
    while ((this.parents[at] ?? at) !== at) {
      const parent = this.parents[at] ?? at;
      this.parents[at] = this.parents[parent] ?? parent;
      at = parent;
    }
    return at;
  }

  /** Rows of each cluster with more than one row, by its first text. */
  sizes(): Map<number, number> {
    const sizes = new Map<number, number>();
    for (let text = 0; text < this.count; text += 1) {
      const root = this.rootOf(text);
      const rows = this.texts.rows(text);
      if (root !== text || rows > 1) {
        sizes.set(root, (sizes.get(root) ?? (root === text ? 0 : this.texts.rows(root))) + rows);
      }
    }
    return sizes;
  }

  counts(): ClusterCounts {
    const clusters = [...this.sizes().values()].filter((size) => size > 1);
    const rowsInClusters = clusters.reduce((sum, size) => sum + size, 0);
    return {
      pairs: this.pairs,
      crossLabelPairs: this.crossLabelPairs,
      rowsInClusters,
      removable: rowsInClusters - clusters.length,
      largestCluster: clusters.reduce((most, size) => Math.max(most, size), 0),
    };
  }
}
