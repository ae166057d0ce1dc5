import { anImport } from '../../../test/builders/an-import.js';
import { aRow } from '../../../test/builders/readiness-rows.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import type { Database } from '../../platform/database/database.sql.js';
import { SqlImportStore } from '../imports/import-store.sql.js';
import { isDirty, type Segment } from './segment-store.js';
import { SqlSegmentStore } from './segment-store.sql.js';

const projectId = 'prj_one';

describe('whether a segment is to be measured again', () => {
  const segment = (revision: number, measured: Segment['measured']): Segment => ({
    id: 'sgm_1',
    rows: 1,
    bytes: 1,
    revision,
    closed: false,
    measured,
  });
  const measured = { revision: 3, engine: 'readiness/2', digest: 'ab', at: 1 };

  it.each([
    ['never measured', segment(3, null), true],
    ['measured as it is', segment(3, measured), false],
    ['changed since', segment(4, measured), true],
    ['measured by another engine', segment(3, { ...measured, engine: 'readiness/1' }), true],
  ])('%s', (_name, one, dirty) => {
    expect(isDirty(one, 'readiness/2')).toBe(dirty);
  });
});

describeOnEachDatabase('segments', (stores) => {
  let database: Database;
  let segments: SqlSegmentStore;

  beforeEach(async () => {
    database = await stores.open();
    segments = new SqlSegmentStore(database);
  });

  const take = (texts: readonly string[]) =>
    new SqlImportStore(database).take({
      record: anImport({ projectId }),
      examples: texts.map((text) => aRow({ text })),
      faults: [],
      at: 1,
    });

  it('are not there before rows are', async () => {
    expect(await segments.list(projectId)).toEqual([]);
    expect(await segments.blobs(projectId, 'sgm_00000001')).toBeNull();
  });

  it('keep what was measured of them, and are dirty again when rows come', async () => {
    await take(['a', 'b']);
    const [before] = await segments.list(projectId);
    expect(before).toMatchObject({ rows: 2, closed: false, measured: null });
    const states = Uint8Array.of(1, 2, 3);
    const facts = Uint8Array.of(4, 0, 255);
    const measured = { revision: before?.revision ?? 0, engine: 'readiness/2', digest: 'ab', at: 9 };
    await segments.saveMeasured({ projectId, segmentId: before?.id ?? '', ...measured, states, facts });
    const [after] = await segments.list(projectId);
    expect(after?.measured).toEqual(measured);
    expect(isDirty(after as Segment, 'readiness/2')).toBe(false);
    const blobs = await segments.blobs(projectId, before?.id ?? '');
    expect([Buffer.from(blobs?.states ?? []), Buffer.from(blobs?.facts ?? [])]).toEqual([
      Buffer.from(states),
      Buffer.from(facts),
    ]);
    await take(['a']);
    expect(await segments.list(projectId)).toEqual([after]);
    await take(['c']);
    const [grown] = await segments.list(projectId);
    expect([grown?.rows, isDirty(grown as Segment, 'readiness/2')]).toEqual([3, true]);
  });

  it('stay dirty when rows came while they were measured', async () => {
    await take(['a']);
    const [listed] = await segments.list(projectId);
    await take(['b']);
    const measured = { revision: listed?.revision ?? 0, engine: 'readiness/2', digest: 'ab', at: 9 };
    const blobs = { states: Uint8Array.of(1), facts: Uint8Array.of(1) };
    await segments.saveMeasured({ projectId, segmentId: listed?.id ?? '', ...measured, ...blobs });
    const [after] = await segments.list(projectId);
    expect(isDirty(after as Segment, 'readiness/2')).toBe(true);
  });
});
