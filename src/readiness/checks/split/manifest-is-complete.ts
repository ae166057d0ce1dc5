import { type Check, noRowMeasure, type SetContext } from '../../check.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, unmeasured } from '../../judging/measured.js';

/** What the manifest has to name, and whether it can. */
function partsOf({ set, rights, intake, target }: SetContext): readonly (readonly [string, boolean])[] {
  const sources = [...rights.vendorTerms, ...rights.licences];
  const received = intake.standingImports.rows + intake.captured.seen;
  return [
    ['the digest of the data set', set.digest.startsWith('sha256:') && set.fates.kept.train > 0],
    ['the count of what came in', received > 0],
    ['licence or terms of every source', sources.length > 0 && sources.every((one) => one.ruling !== 'unknown')],
    ['where each row comes from', rights.rows > 0 && rights.rowsWithFullProvenance === rights.rows],
    ['the model that is to be trained', target.model !== null],
  ];
}

export const manifestIsComplete: Check<null> = {
  id: 'S05',
  name: 'split.manifest',
  version: 1,
  question: 'Can the manifest of the data set name all that it has to?',
  why: 'In a year somebody asks which rows, under which licence, by which rules. What was not written down is gone.',
  source: 'Ours: digest, counts, licences, provenance and target; versions of checks and policy are always there.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, context) => {
      if (context.set.rows === 0) {
        return unmeasured('missing parts');
      }
      const parts = partsOf(context);
      const missing = parts.filter(([, isThere]) => !isThere).map(([name]) => name);
      const details = { names: missing.join('; '), parts: parts.length };
      return countMeasured({ value: missing.length, unit: 'missing parts', denominator: parts.length }, { details });
    },
  },
  judge: (measured, limits) => {
    const [missing, parts] = [measured.value ?? 0, measured.denominator ?? 0];
    const names = missing === 0 ? 'nothing is missing' : `missing: ${measured.details.names}`;
    return judgeByLimits({
      measured,
      limits,
      found: `The manifest names ${counted(parts - missing)} of ${counted(parts)} parts; ${names}.`,
    });
  },
  remedy: 'Declare the licence of each upload, choose the target, and name the source of the rows.',
  action: null,
};
