import { type LockInRooms, lockInRooms, noModels } from '../../test/builders/lock-in-rooms.js';
import { describeOnEachDatabase } from '../../test/harness/each-database.js';
import { type RoomsOverHttp, startRooms } from '../../test/harness/rooms-over-http.js';
import { Clock } from '../kernel/clock.js';
import { DayStore } from './days/day-store.js';
import { ScoreDay } from './days/score-day.service.js';
import { LockInStatusStore } from './days/status-row.js';
import { DeclareFacts } from './facts/declare-facts.service.js';
import { FactStore } from './facts/fact-store.js';
import { LockInFactsController } from './facts/lock-in-facts.controller.js';
import { DocumentStore } from './inputs/document-store.js';
import { DrillStore } from './inputs/drill-store.js';
import { LockInInputsController } from './inputs/lock-in-inputs.controller.js';
import { LockInInputs } from './inputs/lock-in-inputs.service.js';
import { InvoiceStore } from './invoices/invoice-store.js';
import { LockInController } from './lock-in.controller.js';
import type { LockInResponse } from './lock-in.dto.js';
import { LockInSightsController } from './lock-in-sights.controller.js';
import { AskMeasurement } from './measure/ask-measurement.js';
import { nothingHanded } from './measure/handed-facts.js';
import { ProfileShelf } from './profile-shelf.js';
import { TrafficStore } from './traffic/traffic-store.js';

const path = '/v1/projects/prj_one/lock-in';

describeOnEachDatabase('lock-in over HTTP', (stores) => {
  let rooms: LockInRooms;
  let http: RoomsOverHttp;
  const asked: string[] = [];

  beforeEach(async () => {
    rooms = lockInRooms(await stores.open(), { catalog: noModels, at: Date.parse('2026-11-25T12:00:00Z') });
    asked.length = 0;
    const { stores: kept } = rooms;
    const values: readonly [unknown, unknown][] = [
      [LockInStatusStore, kept.status],
      [DayStore, kept.days],
      [FactStore, kept.facts],
      [TrafficStore, kept.traffic],
      [InvoiceStore, kept.invoices],
      [DrillStore, kept.drills],
      [DocumentStore, kept.documents],
      [ScoreDay, rooms.scores],
      [ProfileShelf, rooms.shelf],
      [DeclareFacts, rooms.declare],
      [LockInInputs, rooms.inputs],
      [Clock, rooms.clock],
      [AskMeasurement, { ask: (projectId: string) => Promise.resolve(asked.push(projectId)) }],
    ];
    http = await startRooms({
      controllers: [LockInController, LockInSightsController, LockInFactsController, LockInInputsController],
      providers: values.map(([provide, useValue]) => ({ provide, useValue })),
    });
  });

  afterEach(() => http.stop());

  const ask = (at: string, body?: unknown, method = body === undefined ? 'GET' : 'POST') =>
    http.ask({ path: `${path}${at}`, role: 'lead', method, ...(body !== undefined && { body }) });

  it('is not found before it was measured, and may be asked for', async () => {
    expect((await ask('')).status).toBe(404);
    expect((await http.ask({ path: `${path}/measurements`, role: 'lead', method: 'POST' })).status).toBe(202);
    expect(asked).toEqual(['prj_one']);
  });

  it('is answered from one row, and not sent again while it is the same', async () => {
    await rooms.service.measure('prj_one', nothingHanded);
    const first = await ask('');
    expect((first.body as LockInResponse).score).toBeCloseTo(77.44, 2);
    const headers = { 'if-none-match': first.headers.get('etag') ?? '' };
    expect((await http.ask({ path, role: 'viewer', headers })).status).toBe(304);
  });

  it('names all 63 indicators with their weights', async () => {
    const { indicators } = (await ask('/indicators')).body as { indicators: { weight: number; ledger: string }[] };
    const source = indicators.filter((one) => one.ledger === 'source');
    expect([indicators.length, source.length]).toEqual([63, 40]);
    expect(source.reduce((sum, one) => sum + one.weight, 0)).toBeCloseTo(1, 9);
  });

  it('takes a declaration, keeps it in the history of facts, and refuses a faulty one', async () => {
    const declared = { indicator: '4.4', value: 'both', basis: 'declared', note: 'Clause 12.', owner: 'grace' };
    expect((await ask('/facts', declared)).status).toBe(201);
    expect((await ask('/facts', { ...declared, value: 'perhaps' })).status).toBe(400);
    const { facts } = (await ask('/facts?indicator=4.4')).body as { facts: unknown[] };
    expect(facts).toEqual([expect.objectContaining({ value: 'both', recordedBy: 'grace', basis: 'declared' })]);
  });

  it('pages through facts', async () => {
    const declared = { indicator: '4.4', basis: 'declared', note: 'Clause 12.' };
    for (const value of ['both', 'one', 'none']) {
      await ask('/facts', { ...declared, value });
    }
    const page = (await ask('/facts?limit=2')).body as { facts: { value: string }[]; nextCursor: string };
    expect(page.facts.map((one) => one.value)).toEqual(['none', 'one']);
  });

  it('takes invoices as lines or as CSV, and drills with evidence', async () => {
    const csv = 'vendor,from,until,amount,currency\nopenai,2026-10-01,2026-11-01,12.5,USD\n';
    expect((await ask('/invoices', { csv })).status).toBe(201);
    expect((await ask('/invoices', { lines: [] })).status).toBe(400);
    expect((await ask('/invoices')).body).toMatchObject({
      invoices: [{ from: '2026-10-01', lines: [{ amount: 12.5 }] }],
    });
    const drill = { kind: 'failover', scenario: 'stressed', at: '2026-11-20T10:00:00Z', passed: true, note: 'Done.' };
    expect((await ask('/drills', { ...drill, evidence: ['log'] })).status).toBe(201);
    expect((await ask('/drills', { ...drill, evidence: [] })).status).toBe(400);
    expect((await ask('/drills', { ...drill, at: '2026-12-20T10:00:00Z', evidence: ['log'] })).status).toBe(400);
    expect((await ask('/drills')).body).toMatchObject({ drills: [{ kind: 'failover', hours: null }] });
  });

  it('takes estimates of indicators that there are', async () => {
    expect((await ask('/costs', { remediesUsd: { '6.3': 100 } }, 'PUT')).body).toMatchObject({ updatedBy: 'ada' });
    expect((await ask('/costs', { remediesUsd: { '9.9': 100 } }, 'PUT')).status).toBe(400);
    expect((await ask('/costs')).body).toMatchObject({ switching: null, remediesUsd: { '6.3': 100 } });
  });

  it('shows the days, the trend and what changed', async () => {
    await rooms.service.measure('prj_one', nothingHanded);
    rooms.clock.advance(86_400_000);
    await rooms.service.measure('prj_one', nothingHanded);
    expect((await ask('/history')).body).toMatchObject({
      days: [
        { day: '2026-11-25', change: null },
        { day: '2026-11-26', change: { since: '2026-11-25', byFacts: 0, byAgeing: 0, byProfile: 0 } },
      ],
      trend: { days30: { pointsPer30Days: 0, isTrend: false } },
      change: { since: '2026-11-25', total: 0 },
    });
  });
});
