import { Learner, type LearningTask, type LearntAnswers } from '../../src/readiness/power/learner.js';

const wordsOf = (text: string) => text.split(' ').filter((word) => word !== '');

/** Naive Bayes over words: small, quick, and right where each class has words of its own. */
export class WordLearner extends Learner {
  readonly tasks: { readonly train: number; readonly texts: number }[] = [];

  async score({ train, texts }: LearningTask): Promise<LearntAnswers> {
    this.tasks.push({ train: train.length, texts: texts.length });
    const labels = [...new Set(train.map(({ label }) => label))].sort();
    const counts = new Map(labels.map((label) => [label, new Map<string, number>()]));
    for (const { text, label } of train) {
      const words = counts.get(label);
      for (const word of wordsOf(text)) {
        words?.set(word, (words.get(word) ?? 0) + 1);
      }
    }
    const probabilities = new Float32Array(texts.length * labels.length);
    for (const [at, text] of texts.entries()) {
      const scores = labels.map((label) =>
        wordsOf(text).reduce((sum, word) => sum + Math.log((counts.get(label)?.get(word) ?? 0) + 0.05), 0),
      );
      const top = Math.max(...scores);
      const powers = scores.map((score) => Math.exp(score - top));
      const total = powers.reduce((sum, power) => sum + power, 0);
      probabilities.set(
        powers.map((power) => power / total),
        at * labels.length,
      );
    }
    return { labels, probabilities };
  }
}
