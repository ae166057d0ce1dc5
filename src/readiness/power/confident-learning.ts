// Which labels are probably wrong? Confident learning (Northcutt, Jiang and Chuang, JAIR 70, 2021, 1373–1411): a class is
// believed for a row where its probability reaches the mean that rows given that class have; of those believed, the most
// probable counts. A row that is believed to be of another class than its own is a suspect. Probabilities must come from
// models that did not see the row.

export interface OutOfFold {
  readonly labels: readonly string[];
  /** Label given to each row, as an index into `labels`. */
  readonly given: readonly number[];
  /** Row by row, one probability for each label. */
  readonly probabilities: Float32Array;
}

export interface SuspectRow {
  readonly row: number;
  /** Index into the labels. */
  readonly suggested: number;
  /** Of the suggested over the given label. */
  readonly margin: number;
}

/** All suspects, the most confident first, equals in the order of the rows. RangeError on a matrix of another size. */
export function suspectRows({ labels, given, probabilities }: OutOfFold): SuspectRow[] {
  const classes = labels.length;
  if (probabilities.length !== given.length * classes) {
    throw new RangeError(
      `${given.length} rows and ${classes} labels do not make ${probabilities.length} probabilities`,
    );
  }
  const thresholds = meanSelfConfidence({ labels, given, probabilities });
  const suspects: SuspectRow[] = [];
  for (const [row, own] of given.entries()) {
    const believed = believedClass(probabilities.subarray(row * classes, (row + 1) * classes), thresholds);
    if (believed !== null && believed !== own) {
      const margin = (probabilities[row * classes + believed] ?? 0) - (probabilities[row * classes + own] ?? 0);
      suspects.push({ row, suggested: believed, margin });
    }
  }
  return suspects.sort((one, other) => other.margin - one.margin || one.row - other.row);
}

/** For each class: mean probability of it among the rows that are given it; Infinity for a class without rows. */
function meanSelfConfidence({ labels, given, probabilities }: OutOfFold): Float64Array {
  const sums = new Float64Array(labels.length);
  const rows = new Float64Array(labels.length);
  for (const [row, own] of given.entries()) {
    sums[own] = (sums[own] ?? 0) + (probabilities[row * labels.length + own] ?? 0);
    rows[own] = (rows[own] ?? 0) + 1;
  }
  return sums.map((sum, label) => (rows[label] === 0 ? Number.POSITIVE_INFINITY : sum / (rows[label] ?? 1)));
}

function believedClass(probabilities: Float32Array, thresholds: Float64Array): number | null {
  let best: number | null = null;
  for (const [label, probability] of probabilities.entries()) {
    const isBelieved = probability >= (thresholds[label] ?? Number.POSITIVE_INFINITY);
    if (isBelieved && (best === null || probability > (probabilities[best] ?? 0))) {
      best = label;
    }
  }
  return best;
}
