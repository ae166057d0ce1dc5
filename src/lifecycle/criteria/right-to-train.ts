import type { Outcome } from '../../kernel/verdict.js';
import { worstOutcome } from '../../kernel/verdict.js';
import { defineCriterion, type Finding } from '../criterion.js';
import type { ReadinessCheck, RowsOfSource } from '../facts.js';

/** Terms of vendors, licences of uploads, consent of people: what readiness asks of every row that is trained on. */
const rightsChecks: readonly string[] = ['R01', 'R02', 'R03'];
const rulingsInOrder = ['permitted', 'acknowledge', 'blocked', 'unknown'] as const;
const wordsOf: Readonly<Record<(typeof rulingsInOrder)[number], string>> = {
  permitted: 'permitted',
  acknowledge: 'to be signed for',
  blocked: 'blocked',
  unknown: 'of unknown right',
};
const vendorSource = 'vendor:';

function rulingOf({ ruling }: RowsOfSource): (typeof rulingsInOrder)[number] {
  return rulingsInOrder.find((one) => one === ruling) ?? 'unknown';
}

function rowsUnder(rows: readonly RowsOfSource[], ruling: string): number {
  return rows.filter((one) => rulingOf(one) === ruling).reduce((sum, one) => sum + one.rows, 0);
}

/** `From vendors: 180 rows, 100.0 % permitted. Uploaded: …`; a row of an upload can be asked twice, by author and licence. */
function shares(sources: readonly RowsOfSource[]): string {
  const parts = [
    { name: 'From vendors', rows: sources.filter(({ source }) => source.startsWith(vendorSource)) },
    {
      name: 'Uploaded, by author and by licence',
      rows: sources.filter(({ source }) => !source.startsWith(vendorSource)),
    },
  ];
  return parts
    .filter(({ rows }) => rows.length > 0)
    .map(({ name, rows }) => {
      const all = rows.reduce((sum, one) => sum + one.rows, 0);
      const told = rulingsInOrder
        .map((ruling) => ({ ruling, share: all === 0 ? 0 : rowsUnder(rows, ruling) / all }))
        .filter(({ share }) => share > 0)
        .map(({ ruling, share }) => `${(share * 100).toFixed(1)} % ${wordsOf[ruling]}`);
      return ` ${name}: ${told.join(', ') || 'no rows'}.`;
    })
    .join('');
}

function permittedShare(sources: readonly RowsOfSource[]): number | null {
  const all = sources.reduce((sum, one) => sum + one.rows, 0);
  return all === 0 ? null : rowsUnder(sources, 'permitted') / all;
}

function judged(checks: readonly ReadinessCheck[], blockedRows: number): Pick<Finding, 'outcome' | 'text'> {
  // Readings that want to be looked at again are a warning, and a warning is a pass that wants to be read.
  const outcomes = checks.map(({ outcome }): Outcome => (outcome === 'warn' ? 'pass' : outcome));
  const told = (wanted: Outcome) =>
    checks
      .filter((_, at) => outcomes[at] === wanted)
      .map(({ text }) => text)
      .join(' ');
  const outcome = blockedRows > 0 ? worstOutcome([...outcomes, 'fail']) : worstOutcome(outcomes);
  const words: Readonly<Record<Outcome, string>> = {
    pass: 'All rows may be trained on.',
    inconclusive: `It is not settled who may train on these rows. ${told('inconclusive')}`,
    fail: `Training on these rows is barred, and nothing lifts that. ${told('fail')}`,
    error: `The right to train could not be measured. ${told('error')}`,
  };
  return { outcome, text: words[outcome].trim() };
}

export const rightToTrain = defineCriterion({
  id: 'right-to-train',
  question: 'May the rows of this data set be trained on, by terms, licence and consent?',
  why: 'A model cannot unlearn what it should not have seen, and most vendors bar training competing models on their answers.',
  source: 'Terms of vendors and licences as read in the configuration, each with clause and date; not legal advice.',
  remedy:
    'Have a named person sign where the terms leave it open; replace rows that are barred, or train another kind.',
  role: 'gate',
  isBeyondOverride: true,
  reads: ['readiness.report'],
  weigh(values, { evidence }) {
    const { checks, rights = [] } = values['readiness.report'];
    const asked = checks.filter(({ id }) => rightsChecks.includes(id));
    const missing = rightsChecks.filter((id) => !asked.some((check) => check.id === id));
    const base = { measured: permittedShare(rights), required: 1, unit: 'share permitted without a signature' };
    if (missing.length > 0) {
      const text = `The report does not say who may train on these rows (${missing.join(', ')} are missing); measure the data again.`;
      return { ...base, outcome: 'inconclusive', text };
    }
    if (evidence['readiness.report']?.source === 'declared') {
      const text =
        'Who may train on these rows was not measured here: a report that somebody brings does not settle it.';
      return { ...base, outcome: 'inconclusive', text };
    }
    const { outcome, text } = judged(asked, rowsUnder(rights, 'blocked'));
    const n = rights.reduce((sum, one) => sum + one.rows, 0);
    return { ...base, outcome, text: `${text}${shares(rights)}`, n: rights.length === 0 ? null : n };
  },
});
