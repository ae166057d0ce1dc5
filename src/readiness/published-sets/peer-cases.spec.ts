// The 54 verdicts that Together's own check of files gave on its own test files, beside ours. The files are not part of the
// project: name the directory above `peer-cases-together/` in OPENWARD_TEST_DATA to run this.
import { existsSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { anIntakeOf } from '../../../test/builders/deliveries.js';
import { aRowFacts } from '../../../test/builders/row-facts.js';
import { judged } from '../../../test/builders/set-context.js';
import { formatChecks } from '../checks/format/format-checks.js';
import { addReference, noImages } from '../images/image-tally.js';
import { kindByName } from '../imports/file-facts.js';
import type { FaultCode } from '../imports/import-fault.js';
import { makeImportReader } from '../imports/import-reader.js';
import { type ImportOutcome, isImportedRow } from '../imports/row-source.js';

const directory = join(process.env.OPENWARD_TEST_DATA ?? '', 'peer-cases-together');
const isThere = process.env.OPENWARD_TEST_DATA !== undefined && existsSync(join(directory, 'expected.jsonl'));

interface PeerVerdict {
  readonly file: string;
  readonly expected_pass: boolean;
  readonly line_number: number | null;
}

interface OurVerdict {
  readonly pass: boolean;
  /** Of the first fault; null where the file as a whole, or the rows together, are at fault. */
  readonly line: number | null;
}

/** Where we say something else than the peer, and why. */
const differences: Readonly<Record<string, { ours: OurVerdict; because: string }>> = {
  'test_check_jsonl_extra_column.jsonl': {
    ours: { pass: true, line: null },
    because:
      'Further keys are read as metadata or ignored with a remark: logs carry ids and times, and they harm nobody.',
  },
  'test_check_jsonl_valid_instruction_multimodal.jsonl': {
    ours: { pass: false, line: 1 },
    because:
      'Its pictures are three dots for base64. The peer looks at the beginning of the address, we look at the bytes.',
  },
  'test_check_jsonl_valid_conversational_multimodal_single_turn.jsonl': {
    ours: { pass: false, line: 1 },
    because: 'As above: three dots are no picture.',
  },
};

function readFile(path: string) {
  const bytes = readFileSync(path);
  const reader = makeImportReader({ format: 'auto', declaredKind: kindByName(path) });
  const outcomes: ImportOutcome[] = [...reader.push(bytes), ...reader.end()];
  const isEmpty = outcomes.length === 0 && reader.problem() === null;
  return { outcomes, facts: reader.fileFacts(), problem: isEmpty ? 'The file holds no rows.' : reader.problem() };
}

function ourVerdict(path: string): OurVerdict {
  const { outcomes, facts, problem } = readFile(path);
  const rows = outcomes.filter(isImportedRow);
  const refused = outcomes.flatMap((one) => ('faults' in one ? one.faults.slice(0, 1) : []));
  const rejected: Partial<Record<FaultCode, number>> = {};
  for (const { code } of refused) {
    rejected[code] = (rejected[code] ?? 0) + 1;
  }
  // Nothing but the file itself was delivered: what a row refers to is missing.
  const references = rows.flatMap(({ content, line }) =>
    content.messages.flatMap(({ images = [] }) => images.map(({ ref, sha256 }) => ({ line, ref, sha256 }))),
  );
  const images = references
    .filter(({ sha256 }) => sha256 === null)
    .reduce((tally, { line, ref }) => addReference(tally, { importId: 'imp_1', line, ref }, null), noImages);
  const intake = anIntakeOf({ rows: outcomes.length, rejected, files: [{ ...facts, problem }], images });
  const rowFacts = rows.map(({ content, line }) => aRowFacts({ ...content, line }));
  const wrong = formatChecks
    .filter((check) => check.blocking || check.id === 'F13')
    .map((check) => judged(check, rowFacts, { intake }))
    .filter(({ outcome }) => ['warn', 'fail', 'inconclusive'].includes(outcome));
  const shown = wrong.flatMap(({ measured }) => measured.evidence.flatMap(({ line }) => line ?? []));
  const lines = [...refused.map((fault) => fault.line), ...shown].sort((left, right) => left - right);
  return { pass: wrong.length === 0, line: problem === null ? (lines[0] ?? null) : null };
}

const compareVerdicts = () => {
  const verdicts = readFileSync(join(directory, 'expected.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as PeerVerdict);

  it.each(verdicts.map((verdict) => [basename(verdict.file), verdict] as const))('%s', (name, verdict) => {
    const theirs = { pass: verdict.expected_pass, line: verdict.line_number };
    expect(ourVerdict(join(directory, verdict.file))).toEqual(differences[name]?.ours ?? theirs);
  });

  it('are 54, and every difference that is listed is one', () => {
    expect(verdicts).toHaveLength(54);
    for (const [name, { ours }] of Object.entries(differences)) {
      const theirs = verdicts.find((verdict) => basename(verdict.file) === name);
      expect(theirs?.expected_pass).toBe(!ours.pass);
    }
  });
};

if (isThere) {
  describe("verdicts of Together's check of files", compareVerdicts);
} else {
  it('compares no verdicts: OPENWARD_TEST_DATA names no directory that holds peer-cases-together/', () => {
    expect(isThere).toBe(false);
  });
}
