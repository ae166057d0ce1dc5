// Every action, those that lose nothing first. To add one: a file in actions/ and a line here.
import { dropByRowKeys } from './actions/drop-by-row-keys.js';
import { dropEmptyAnswers } from './actions/drop-empty-answers.js';
import { dropExactDuplicates } from './actions/drop-exact-duplicates.js';
import { dropLeaked } from './actions/drop-leaked.js';
import { dropNearDuplicates } from './actions/drop-near-duplicates.js';
import { dropOverLength } from './actions/drop-over-length.js';
import { dropRefusals } from './actions/drop-refusals.js';
import { dropSecretRows } from './actions/drop-secret-rows.js';
import { dropTruncated } from './actions/drop-truncated.js';
import { keepBestAnswer } from './actions/keep-best-answer.js';
import { maskPersonalData } from './actions/mask-personal-data.js';
import { mergeTurns } from './actions/merge-turns.js';
import { relabel } from './actions/relabel.js';
import { resplitByGroup } from './actions/resplit-by-group.js';
import { stripBoilerplate } from './actions/strip-boilerplate.js';
import type { CurationAction } from './curation-action.js';

export const allActions: readonly CurationAction[] = [
  maskPersonalData,
  dropSecretRows,
  dropExactDuplicates,
  dropLeaked,
  dropEmptyAnswers,
  dropTruncated,
  mergeTurns,
  dropNearDuplicates,
  keepBestAnswer,
  dropRefusals,
  dropOverLength,
  stripBoilerplate,
  resplitByGroup,
  relabel,
  dropByRowKeys,
];

export function actionNamed(id: string): CurationAction | undefined {
  return allActions.find((action) => action.id === id);
}
