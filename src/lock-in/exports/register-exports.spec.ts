// Codes that go to a supervisor: along the published path of a project, and by random search that forgetting never helps.
import fc from 'fast-check';
import { aLockInFact, aPicture, pictureNow, stageFacts } from '../../../test/builders/a-lock-in-picture.js';
import { anArrangement, aWholeArrangement } from '../../../test/builders/an-arrangement.js';
import { csvText } from '../../kernel/csv-text.js';
import { allIndicators } from '../indicators/all-indicators.js';
import { registerCsv } from '../register/files/register-csv.js';
import { registerTree } from '../register/files/register-record.js';
import { rowsOfRegister } from '../register/files/rows-of-register.js';
import { impacts, reintegrations } from '../register/judging/reintegration.js';
import { substitutabilities, substitutionOf } from '../register/judging/substitutability.js';
import type { ProjectPicture } from '../register/project-picture.js';
import type { Register } from '../register/register-document.js';
import type { Fact } from '../score/fact.js';
import { allExports } from './all-exports.js';
import { dora } from './dora.js';
import type { ExportRow } from './export.js';

const dayMs = 86_400_000;
const bare = anArrangement({
  arrangement: {
    ...aWholeArrangement,
    functions: aWholeArrangement.functions.map((one) => ({ ...one, criticality: null, reliance: null })),
    evidence: [],
  },
});
const register = (document = bare): Register => ({ entity: null, arrangements: [document] });
const doraRows = (picture: ProjectPicture, document = bare) => rowsOfRegister(dora, register(document), picture);

function cell(rows: readonly ExportRow[], template: string, column: string): ExportRow {
  const found = rows.find((row) => row.template.startsWith(template) && row.column === column);
  if (found === undefined) {
    throw new Error(`no ${template} ${column}`);
  }
  return found;
}

const evaluation = {
  ...{ runId: 'evl_1', at: pictureNow, parity: 'non_inferior' as const, criticalSegments: 4 },
  ...{ coveredCriticalSegments: 3, promptTransferGap: 0, testedAlternatives: 1 },
};

describe('the DORA codes of a project', () => {
  it('say that nobody looked where nothing is known, and never anything good', () => {
    const rows = doraRows(aPicture([]));
    const codes = ['0050', '0080', '0090', '0100', '0110'].map((column) => cell(rows, 'B_07.01', column).code);
    expect(codes).toEqual(['eba_ZZ:x959', 'eba_BT:x21', 'eba_ZZ:x967', 'eba_ZZ:x799', 'eba_BT:x21']);
    expect(cell(rows, 'B_02.02', '0180')).toMatchObject({ value: null, code: null, source: 'nobody' });
    expect(cell(rows, 'B_06.01', '0050').code).toBe('eba_BT:x21');
    expect(cell(rows, 'B_02.01', '0050').value).toBeNull();
  });

  it.each([
    [0, 'not_substitutable'],
    [1, 'highly_complex'],
    [2, 'highly_complex'],
    [4, 'medium_complexity'],
    [5, 'medium_complexity'],
    [6, 'medium_complexity'],
    [7, 'easily'],
  ])('follow the published path: at stage %i it is %s to replace', (stage, answer) => {
    expect(substitutionOf(aWholeArrangement, aPicture(stageFacts(stage))).answer).toBe(answer);
  });

  it('give a reason only where it is hard, and name both where both weigh', () => {
    const reasonAt = (stage: number) => substitutionOf(aWholeArrangement, aPicture(stageFacts(stage))).reason;
    expect(reasonAt(0)).toBe('both');
    expect(reasonAt(1)).toBe('migration_or_reintegration_difficulty');
    expect(reasonAt(7)).toBeNull();
  });

  it('name an alternative only with the run that shows it', () => {
    const facts = [aLockInFact({ indicatorId: '6.5', value: 'one' })];
    const sources = { ...aPicture([]).sources, evaluation };
    expect(cell(doraRows(aPicture(facts)), 'B_07.01', '0110').code).toBe('eba_BT:x21');
    const shown = doraRows(aPicture(facts, { sources }));
    expect(cell(shown, 'B_07.01', '0110')).toMatchObject({ code: 'eba_BT:x28', factId: 'fct_6.5' });
    expect(cell(shown, 'B_07.01', '0120').value).toBe('open-7b (evl_1)');
  });

  it('are overridden by a person with a reason, and the measured answer stays in sight', () => {
    const override = { code: 'easily' as const, reason: 'A second contract stands ready.' };
    const document = anArrangement({ arrangement: { ...aWholeArrangement, substitutabilityOverride: override } });
    expect(cell(doraRows(aPicture([]), document), 'B_07.01', '0050')).toMatchObject({
      code: 'eba_ZZ:x962',
      source: 'override',
    });
    expect(substitutionOf(document.arrangement, aPicture([])).because).toContain('by measure: not substitutable');
  });

  it('tell a register’s own words with their age and no more confidence than they deserve', () => {
    const picture = aPicture([], { now: pictureNow + 10 * dayMs });
    const rows = doraRows(picture, anArrangement({}));
    expect(cell(rows, 'B_02.02', '0180')).toMatchObject({ code: 'eba_ZZ:x796', ageDays: 10, confidence: 0.8 });
    expect(
      cell(doraRows(aPicture([], { now: pictureNow + 800 * dayMs }), anArrangement({})), 'B_02.02', '0180').code,
    ).toBeNull();
  });

  it('add the developer behind a reseller by themselves', () => {
    const life = {
      ...{ model: 'closed-4', developer: 'Other Lab', isCritical: true, shutdownAt: null, releasedAt: null },
      ...{ medianLifeDaysOfDeveloper: null, shortNoticeDaysOfDeveloper: null, sources: [] },
    };
    const catalog = {
      ...{ exitLeadTimeDays: 180, isLeadTimeMeasured: false, models: [life], observedAt: pictureNow },
      ...{ notices: { all: 0, shorterThanLeadTime: 0 }, priceIndex24Months: null },
    };
    const rows = doraRows(aPicture([], { sources: { ...aPicture([]).sources, catalog } }));
    const developer = rows.filter((row) => row.template === 'B_05.02/2/Other Lab');
    expect(developer.find((row) => row.column === '0050')).toMatchObject({ value: 2, source: 'measured' });
    expect(developer.find((row) => row.column === '0060')?.value).toBe('Closed AI');
  });
});

describe('forgetting', () => {
  const placeIn = (answers: readonly string[], value: string) => answers.indexOf(value);
  const rank: Readonly<Record<string, (value: string) => number>> = {
    'B_07.01/0050': (value) => placeIn(substitutabilities, value),
    // What nobody looked at is as bad as the worst answer.
    'B_07.01/0080': (value) => (value === 'yes' ? 0 : 1),
    'B_07.01/0090': (value) => placeIn(reintegrations, value),
    'B_07.01/0100': (value) => Math.min(placeIn(impacts, value), 2),
    'B_07.01/0110': (value) => (value === 'yes' ? 0 : 1),
    'B_06.01/0100': (value) => Math.min(placeIn(impacts, value), 2),
    'B_06.01/0050': (value) => (value === 'none' || value === 'supporting' ? 0 : 1),
  };
  const ranks = (picture: ProjectPicture) => {
    const rows = doraRows(picture);
    return Object.entries(rank).map(([place, of]) => {
      const [template = '', column = ''] = place.split('/');
      return of(String(cell(rows, template, column).value));
    });
  };

  const facts = fc
    .tuple(
      ...allIndicators.map(({ id, value }) =>
        fc
          .option(
            fc.record({
              value:
                value.kind === 'choice'
                  ? fc.constantFrom(...Object.keys(value.risks))
                  : fc.double({ min: -1, max: 3, noNaN: true }),
              ageDays: fc.nat(400),
            }),
            { nil: null },
          )
          .map((drawn) =>
            drawn === null
              ? null
              : aLockInFact({ indicatorId: id, value: drawn.value, observedAt: pictureNow - drawn.ageDays * dayMs }),
          ),
      ),
    )
    .map((drawn) => drawn.filter((one): one is Fact => one !== null));

  it.each([
    ['a fact that is deleted', () => null],
    ['a fact that is over', (fact: Fact) => ({ ...fact, validUntil: pictureNow })],
    ['a fact that is older', (fact: Fact) => ({ ...fact, observedAt: fact.observedAt - 90 * dayMs })],
  ])('%s never improves a code', (_, forget: (fact: Fact) => Fact | null) => {
    fc.assert(
      fc.property(facts, fc.nat(), (all, at) => {
        fc.pre(all.length > 0);
        const chosen = all[at % all.length];
        const less = all.flatMap((one) => (one === chosen ? (forget(one) ?? []) : [one]));
        const sources = { ...aPicture([]).sources, evaluation };
        const before = ranks(aPicture(all, { sources }));
        const after = ranks(aPicture(less, { sources }));
        expect(after.every((one, place) => one >= (before[place] ?? 0))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});

describe('the files of the register', () => {
  const picture = aPicture(stageFacts(6));

  it.each(allExports.map((one) => [one.id, one] as const))(
    '%s has a row for each field, with what it rests on',
    (_, one) => {
      const rows = rowsOfRegister(one, register(anArrangement({})), picture);
      expect(rows.length).toBeGreaterThan(2);
      for (const row of rows) {
        expect(row.label).not.toBe('');
        expect(row.value === null && row.code !== null).toBe(false);
        expect(row.confidence === null || (row.confidence >= 0 && row.confidence <= 1)).toBe(true);
      }
    },
  );

  it('are CSV by RFC 4180 that no spreadsheet runs', () => {
    const names = ['=1+1', '+cmd', '-2+3', '@sum', ' =1', '\t=1', 'a "b", c', '＝1'];
    const text = csvText(names.map((name) => [name, 'x']));
    expect(
      text
        .split('\r\n')
        .slice(0, -1)
        .map((line) => line.replace(/^"/, '')[0]),
    ).toEqual(["'", "'", "'", "'", "'", "'", 'a', "'"]);
    expect(csvText([[-3.5, 7, null]])).toBe('-3.5,7,\r\n');
    const functions = aWholeArrangement.functions.map((one) => ({ ...one, name: '=HYPERLINK("x")' }));
    const csv = registerCsv(doraRows(picture, anArrangement({ arrangement: { ...aWholeArrangement, functions } })));
    expect(csv).toContain(`"'=HYPERLINK(""x"")"`);
    expect(csv.split('\r\n')[0]).toBe(
      'arrangement,template,column,label,value,code,fact_id,source,age_days,confidence',
    );
  });

  it('hold the whole tree: document, judgements, score and every fact with its evidence', () => {
    const tree = registerTree(dora, register(anArrangement({})), picture) as {
      arrangements: readonly Record<string, unknown>[];
    };
    const [record] = tree.arrangements;
    expect(record).toMatchObject({
      arrangement_id: 'arr_1',
      contract_ref: 'C-2026-17',
      provider: { id: '549300EXAMPLE0000042', id_type: 'LEI' },
      notice_provider_days: 90,
      reliance: 'material',
      substitutability: { code: 'medium_complexity', override: null },
      exit_plan: { status: 'none' },
      scores: { profile_version: 'profile-1', model_version: 'lock-in/1' },
    });
    expect(record?.facts).toHaveLength(stageFacts(6).length);
    const dimensions = (record?.scores as { by_dimension: Record<string, number> } | undefined)?.by_dimension ?? {};
    const source = Object.entries(dimensions).filter(([name]) => name.startsWith('D'));
    expect(source.reduce((sum, [, points]) => sum + points, 0)).toBeCloseTo(
      picture.assessment?.ledgers.source.score ?? 0,
      9,
    );
  });
});
