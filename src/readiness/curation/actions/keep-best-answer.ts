import { answerKeyOf, promptKeyOf } from '../../rows/row-facts.js';
import { byBetter, type Candidate, candidateOf, identityOf } from '../better-row.js';
import { type CurationAction, drop } from '../curation-action.js';

interface Answer {
  rows: number;
  best: Candidate;
}

/** By answer key, all answers to one prompt. */
type Answers = Map<string, Answer>;

function add(answers: Answers, key: string, candidate: Candidate): void {
  const known = answers.get(key);
  if (known === undefined) {
    answers.set(key, { rows: 1, best: candidate });
    return;
  }
  known.rows += 1;
  if (byBetter(candidate, known.best) < 0) {
    known.best = candidate;
  }
}

/** `majority`: the answer given most often, then the better row. `rating`: the better row, then the more frequent answer. */
function chosen(answers: Answers, by: string): string | undefined {
  const all = [...answers.values()].sort((left, right) => {
    const more = right.rows - left.rows;
    const liked = right.best.rating - left.best.rating;
    return (by === 'majority' ? more || liked : liked || more) || byBetter(left.best, right.best);
  });
  return all[0]?.best.identity;
}

export const keepBestAnswer: CurationAction = {
  id: 'keep-best-answer',
  question: 'Should each training prompt keep its best answer only?',
  does: 'Keeps one training row of each prompt: the best liked or the most frequent answer. The others go.',
  safe: false,
  changes: ['U02', 'Q10', 'B09', 'V01'],
  parameters: [
    {
      name: 'by',
      kind: 'choice',
      about: 'What decides first: the rating of the row, or how many rows gave the answer.',
      required: false,
      choices: ['rating', 'majority'],
    },
  ],
  needsPrivacy: false,
  looksFirst: true,
  start: (_context, parameters) => {
    const prompts = new Map<string, Answers>();
    const kept = new Map<string, string | undefined>();
    return {
      look: ({ facts, side }) => {
        if (side === 'train') {
          const promptKey = promptKeyOf(facts);
          const answers = prompts.get(promptKey) ?? new Map<string, Answer>();
          prompts.set(promptKey, answers);
          add(answers, answerKeyOf(facts), candidateOf(facts.example));
        }
      },
      edit: ({ facts, side }) => {
        const promptKey = promptKeyOf(facts);
        const answers = side === 'train' ? prompts.get(promptKey) : undefined;
        if (answers === undefined) {
          return null;
        }
        const best = kept.get(promptKey) ?? chosen(answers, String(parameters.by));
        kept.set(promptKey, best);
        return best === identityOf(facts.example) ? null : drop;
      },
    };
  },
};
