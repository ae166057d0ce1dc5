// The statement that counts held-out texts with long runs of words in training texts, for engines that have room for all
// runs at once. Here the walk over the texts finds the same with less memory; the two are compared in a test.
import type { Dialect } from './dialect.js';
import { copiesMax, ngramRule } from './ngram-leaks.js';

/** @param facts has `id` and `normal_prompt`. Gives `held_rows`, `shared` and `mostly_covered`. */
export function sharedRuns(dialect: Dialect, facts: string): string {
  const { runWords, textWordsMin } = ngramRule;
  return `WITH held AS (
  SELECT f.id, p.words, f.normal_prompt FROM ${facts} f JOIN placed p ON f.id = p.id
  WHERE p.side = 'holdout' AND p.fate = 'kept' AND p.words >= ${textWordsMin}),
trained AS (
  SELECT f.id, f.normal_prompt FROM ${facts} f JOIN placed p ON f.id = p.id
  WHERE p.side = 'train' AND p.fate <> 'outranked' AND p.nth_of_prompt = 1),
held_structs AS (SELECT id, words, ${dialect.eachRun('normal_prompt', runWords)} AS piece FROM held),
held_runs AS (SELECT id, words, piece.word AS word, piece.run AS run FROM held_structs),
phrases AS (SELECT run FROM held_runs GROUP BY run HAVING count(*) > ${copiesMax}),
train_structs AS (SELECT id, ${dialect.eachRun('normal_prompt', runWords)} AS piece FROM trained),
train_runs AS (SELECT DISTINCT id, piece.run AS run FROM train_structs),
matches AS (
  SELECT h.id, h.words, h.word, h.run, t.id AS train_id FROM held_runs h JOIN train_runs t ON h.run = t.run),
covered AS (
  SELECT id, words, train_id, ${dialect.eachFrom('word', runWords)} AS covered_word FROM matches
  WHERE run NOT IN (SELECT run FROM phrases)),
coverage AS (
  SELECT id, words, train_id, count(DISTINCT covered_word) AS covered_words FROM covered GROUP BY id, words, train_id)
SELECT (SELECT count(*) FROM held) AS held_rows, (SELECT count(DISTINCT id) FROM matches) AS shared,
  (SELECT count(DISTINCT id) FROM coverage WHERE 2 * covered_words > words) AS mostly_covered`;
}
