// A cheap student, lent for a question and forgotten again. Who lends it is wired above this room.

export interface LabelledText {
  readonly text: string;
  readonly label: string;
}

export interface LearningTask {
  readonly train: readonly LabelledText[];
  /** Texts to be answered; none of them is among those that are learnt from. */
  readonly texts: readonly string[];
}

export interface LearntAnswers {
  readonly labels: readonly string[];
  /** Text by text, one probability for each label, in their order. */
  readonly probabilities: Float32Array;
}

export abstract class Learner {
  /** The same task gives the same answers. Rejects with an Error that says why nothing could be learnt. */
  abstract score(task: LearningTask): Promise<LearntAnswers>;
}

/** The most probable label of the text; null where there is no label at all. Of equals the first. */
export function bestLabel({ labels, probabilities }: LearntAnswers, text: number): string | null {
  let best = 0;
  for (let label = 1; label < labels.length; label += 1) {
    const offset = text * labels.length;
    if ((probabilities[offset + label] ?? 0) > (probabilities[offset + best] ?? 0)) {
      best = label;
    }
  }
  return labels[best] ?? null;
}
