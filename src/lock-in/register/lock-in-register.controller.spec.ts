// The register from end to end over HTTP, on a real store: what people say becomes facts, plans are approved by others,
// and files come out.
import { anExchange } from '../../../test/builders/an-exchange.js';
import { lockInRooms, noModels } from '../../../test/builders/lock-in-rooms.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import { type RoomsOverHttp, startRooms } from '../../../test/harness/rooms-over-http.js';
import { Clock } from '../../kernel/clock.js';
import type { Role } from '../../kernel/principal.js';
import { VendorStore } from '../../vendors/vendor-store.js';
import { LockInAlertsController } from '../alerts/lock-in-alerts.controller.js';
import { StandingAlerts } from '../alerts/standing-alerts.service.js';
import { dossierPolicy } from '../dossier/html/page-policy.js';
import { AlertAcknowledgementStore } from '../inputs/acknowledgement-store.js';
import { SqlAlertAcknowledgementStore } from '../inputs/acknowledgement-store.sql.js';
import { LockInExportsController } from './files/lock-in-exports.controller.js';
import { KeepRegister } from './keep-register.service.js';
import { nothingGathered } from './kept-sources.js';
import { LockInExitPlanController } from './lock-in-exit-plan.controller.js';
import { LockInRegisterController } from './lock-in-register.controller.js';
import { LockInTermsController } from './lock-in-terms.controller.js';
import { PictureOfProject } from './picture-of-project.service.js';
import { type NamedProject, ProjectBriefs } from './project-briefs.js';
import { ProjectPictures } from './project-picture.js';
import { RegisterFacts } from './register-facts.service.js';
import { RegisterStore } from './register-store.js';
import { SqlRegisterStore } from './register-store.sql.js';

const at = Date.parse('2026-11-25T12:00:00Z');
const base = '/v1/projects/prj_one/lock-in';

class OneProject extends ProjectBriefs {
  async find(projectId: string): Promise<NamedProject | null> {
    const incumbent = { vendor: 'Closed AI', model: 'closed-4' };
    const named = { projectId, name: 'Letters', owner: 'ada', stage: 'collecting', task: 'Sort letters.' };
    return projectId === 'prj_one' ? { ...named, incumbent, candidate: null } : null;
  }
}

class KnownProjects extends SqlRegisterStore {
  override async knowsProject(projectId: string): Promise<boolean> {
    return projectId === 'prj_one';
  }
}

const arrangement = {
  provider: { name: 'Closed AI', country: 'US' },
  contract: {
    ref: 'C-1',
    noticeProviderDays: 90,
    hasAuditRight: true,
    hasServiceLevel: false,
    endsOn: '2026-12-31',
    noticeEntityDays: 10,
  },
  functions: [{ id: 'F-1', name: 'Sorting of letters', criticality: 'important', reliance: 'material' }],
  routes: [{ host: 'api.closed.example', model: 'closed-4' }],
  subcontractors: [],
  countries: { provision: ['US'], storage: ['IE'], processing: ['IE'] },
  evidence: ['contract-C-1'],
};

describeOnEachDatabase('the register over HTTP', (stores) => {
  let http: RoomsOverHttp;
  let facts: RegisterFacts;
  let keep: KeepRegister;
  let room: ReturnType<typeof lockInRooms>;
  const asked: string[] = [];

  const start = async () => {
    const database = await stores.open();
    room = lockInRooms(database, { catalog: noModels, at });
    const { documents, days, traffic, invoices } = room.stores;
    const register = new KnownProjects(database);
    const acknowledgements = new SqlAlertAcknowledgementStore(database);
    const alerts = new StandingAlerts(documents, days, acknowledgements, register, traffic, noModels);
    const pictures = new PictureOfProject(new OneProject(), documents, days, invoices, room.facts, alerts);
    facts = new RegisterFacts(register, pictures, documents, room.facts, alerts, room.clock);
    const ask = { ask: async (projectId: string) => void asked.push(projectId) };
    keep = new KeepRegister(register, facts, ask, room.clock, room.ids);
    http = await startRooms({
      controllers: [
        LockInRegisterController,
        LockInExitPlanController,
        LockInExportsController,
        LockInTermsController,
        LockInAlertsController,
      ],
      providers: [
        { provide: RegisterStore, useValue: register },
        { provide: ProjectPictures, useValue: pictures },
        { provide: StandingAlerts, useValue: alerts },
        { provide: AlertAcknowledgementStore, useValue: acknowledgements },
        { provide: KeepRegister, useValue: keep },
        { provide: VendorStore, useValue: { find: () => Promise.resolve(null) } },
        { provide: Clock, useValue: room.clock },
      ],
    });
  };
  beforeEach(start);
  afterEach(() => http.stop());

  const enter = async () => {
    const answer = await http.ask({ method: 'POST', path: `${base}/arrangements`, role: 'lead', body: arrangement });
    expect(answer.status).toBe(201);
    return answer.body as { id: string; version: number };
  };
  const send = (path: string, role: Role, body: unknown, tag?: string) =>
    http.ask({
      method: 'POST',
      path: `${base}/${path}`,
      role,
      body,
      ...(tag !== undefined && { headers: { 'if-match': tag } }),
    });

  it('makes facts of what people say, and asks for a measurement', async () => {
    const { id } = await enter();
    expect(asked).toContain('prj_one');
    const ruling = await room.facts.ruling('prj_one', at);
    const values = Object.fromEntries([...ruling].map(([indicator, fact]) => [indicator, fact.value]));
    expect(values).toEqual({
      '1.4': 'important',
      '1.5': 'material',
      '4.5': 'one',
      '6.1': 'none',
      '6.2': 1,
      '6.6': 'none',
    });
    expect(ruling.get('4.5')).toMatchObject({
      basis: 'declared with evidence',
      evidence: [id, 'contract-C-1'],
      recordedBy: 'ada',
    });
  });

  it('lists every fault of an arrangement', async () => {
    const faulty = { ...arrangement, contract: { ref: 'C-1', startsOn: '2026-02-30', endsOn: '2026-01-01' } };
    const { status, body } = await send('arrangements', 'lead', faulty);
    expect([status, body]).toMatchObject([
      400,
      { errors: [{ pointer: '/contract/startsOn' }, { pointer: '/contract/endsOn' }] },
    ]);
  });

  it('changes only what was looked at, and keeps what nobody told as unknown', async () => {
    const { id } = await enter();
    const put = (tag: string | null) =>
      http.ask({
        ...{ method: 'PUT', path: `${base}/arrangements/${id}`, role: 'lead' as const },
        ...{ body: { ...arrangement, exitOwner: 'grace' }, headers: tag === null ? {} : { 'if-match': tag } },
      });
    expect((await put(null)).status).toBe(428);
    expect((await put('"v1"')).headers.get('etag')).toBe('"v2"');
    expect((await put('"v1"')).status).toBe(412);
    const { body } = await http.ask({ path: `${base}/arrangements/${id}`, role: 'viewer' });
    expect(body).toMatchObject({
      version: 2,
      arrangement: { exitOwner: 'grace', developer: null, contract: { startsOn: null } },
    });
  });

  it('has a plan approved by somebody who brought none of it, and voids it when it changes', async () => {
    const { id } = await enter();
    const evidence = { text: 'Agreed.', evidence: ['doc-2'] };
    const validUntil = '2027-06-30T00:00:00Z';
    expect((await send(`arrangements/${id}/exit-plan/approve`, 'risk-owner', { validUntil }, '"v1"')).status).toBe(409);
    const brought = await send(`arrangements/${id}/exit-plan/items/2/evidence`, 'lead', evidence, '"v1"');
    expect(brought.body).toMatchObject({ status: 'draft', version: 2, missingShare: 11 / 12 });
    expect((await send(`arrangements/${id}/exit-plan/approve`, 'risk-owner', { validUntil }, '"v2"')).status).toBe(403);
    expect((await send(`arrangements/${id}/exit-plan/items/13/evidence`, 'lead', evidence, '"v2"')).status).toBe(404);
    room.clock.advance(60_000);
    const of = { projectId: 'prj_one', arrangementId: id, expectedVersion: 2, by: 'grace' };
    expect(await keep.approve(of, Date.parse(validUntil))).toMatchObject({
      version: 3,
      plan: { approval: { by: 'grace' } },
    });
    expect((await room.facts.ruling('prj_one', room.clock.now())).get('6.1')).toMatchObject({
      ...{ value: 'approved', recordedBy: 'grace', validUntil: Date.parse(validUntil) },
    });
    room.clock.advance(1000);
    await send(`arrangements/${id}/exit-plan/items/3/evidence`, 'lead', evidence, '"v3"');
    expect((await room.facts.ruling('prj_one', room.clock.now())).get('6.1')?.value).toBe('draft');
  });

  it('lets the next worst arrangement speak when the worst one is withdrawn', async () => {
    await enter();
    room.clock.advance(60_000);
    const functions = [{ id: 'F-2', name: 'Payments', criticality: 'critical' }];
    const worse = await send('arrangements', 'lead', { ...arrangement, functions });
    const ruling = async () => (await room.facts.ruling('prj_one', room.clock.now())).get('1.4')?.value;
    expect(await ruling()).toBe('critical');
    room.clock.advance(60_000);
    const { id } = worse.body as { id: string };
    expect((await send(`arrangements/${id}/withdraw`, 'lead', { reason: 'Entered twice.' }, '"v1"')).status).toBe(200);
    expect(await ruling()).toBe('important');
  });

  it('hands the register out as JSON and as CSV, by each text of rules', async () => {
    await enter();
    for (const mapping of ['dora', 'eba', 'pra', 'finos', 'nist']) {
      const { status, body } = await http.ask({ path: `${base}/register?mapping=${mapping}`, role: 'viewer' });
      expect([status, (body as { mapping: { id: string } }).mapping.id]).toEqual([200, mapping]);
    }
    const csv = await http.ask({ path: `${base}/register?format=csv&mapping=dora`, role: 'viewer' });
    expect(csv.headers.get('content-type')).toBe('text/csv; charset=utf-8');
    expect(csv.body).toMatch(/,B_02\.02,0180,Reliance of the function on the service,material,eba_ZZ:x796,fct_/);
    expect((await http.ask({ path: `${base}/register?mapping=other`, role: 'viewer' })).status).toBe(400);
  });

  it('hands out the dossier as a page that may do nothing, and as Markdown', async () => {
    await enter();
    const page = await http.ask({ path: `${base}/dossier`, role: 'viewer' });
    expect(page.headers.get('content-security-policy')).toBe(dossierPolicy);
    expect(page.body).toMatch(/^<!doctype html>/);
    const text = await http.ask({ path: `${base}/dossier?format=md&vendor=Closed%20AI`, role: 'viewer' });
    expect(text.body).toMatch(/^# Exit strategy: Closed AI\n/);
    expect((await http.ask({ path: `${base}/dossier?vendor=Nobody`, role: 'viewer' })).status).toBe(404);
  });

  it('raises an alert when terms read otherwise than they were judged, in a ramp and under a new fingerprint', async () => {
    const { id } = await enter();
    const path = `arrangements/${id}/terms-readings`;
    const said = (textSha256: string, isJudged: boolean) => ({
      ...{ terms: 'closed-terms', source: 'https://closed.test/terms', textSha256, isJudged },
    });
    expect((await send(path, 'lead', said('a'.repeat(64), true))).status).toBe(428);
    expect((await send(path, 'lead', said('no digest', true), '"v1"')).status).toBe(400);
    expect((await send(path, 'viewer', said('a'.repeat(64), true), '"v1"')).status).toBe(403);
    expect((await send(path, 'lead', said('a'.repeat(64), true), '"v1"')).status).toBe(200);
    const calls = ['fp_1', 'fp_2'].map((system_fingerprint, back) =>
      anExchange({ at: at - 1000 + back, response: Buffer.from(JSON.stringify({ system_fingerprint })) }),
    );
    await room.stores.exchanges.append(calls);
    await room.rollUp.take('prj_one');
    const ramp = { rollbackModel: 'closed-4', endsAt: at + 864_000_000 };
    const life = {
      ...{
        model: 'closed-4',
        developer: 'Closed AI',
        isCritical: false,
        shutdownAt: at + 432_000_000,
        sources: ['page'],
      },
      ...{ releasedAt: null, medianLifeDaysOfDeveloper: null, shortNoticeDaysOfDeveloper: null },
    };
    const catalog = {
      ...{ exitLeadTimeDays: 1, isLeadTimeMeasured: true, models: [life], observedAt: at, priceIndex24Months: null },
      notices: { all: 0, shorterThanLeadTime: 0 },
    };
    const kept = nothingGathered(at);
    await facts.keep('prj_one', { ...kept, sources: { ...kept.sources, catalog }, ramp });
    const names = async () => {
      const { body } = await http.ask({ path: `${base}/alerts`, role: 'viewer' });
      return (body as { alerts: { name: string }[] }).alerts.map(({ name }) => name);
    };
    expect(await names()).toEqual(expect.arrayContaining(['rollback.ends', 'served.other']));
    expect(await names()).not.toContain('terms.changed');
    await send(path, 'lead', said('b'.repeat(64), false), '"v2"');
    expect(await names()).toContain('terms.changed');
    await send(path, 'lead', said('b'.repeat(64), true), '"v3"');
    expect(await names()).not.toContain('terms.changed');
  });

  it('raises alerts after a measurement, and takes notice of one until a date', async () => {
    await enter();
    expect((await http.ask({ path: `${base}/alerts`, role: 'viewer' })).body).toEqual({ alerts: [], closed: [] });
    await facts.keep('prj_one', nothingGathered(at));
    const { body } = await http.ask({ path: `${base}/alerts`, role: 'viewer' });
    const alerts = (body as { alerts: { name: string; openedAt: string }[] }).alerts;
    expect(alerts.map(({ name }) => name).sort()).toEqual(['contract.notice-date', 'exit-test.old']);
    expect(alerts[0]?.openedAt).toBe(new Date(at).toISOString());
    const key = 'exit-test.old/never';
    const notice = { key, reason: 'The drill is planned.', until: '2027-01-31T00:00:00Z' };
    const after = await send('alerts/acknowledge', 'lead', notice);
    expect((after.body as { alerts: unknown[] }).alerts).toContainEqual(
      expect.objectContaining({ key, state: 'acknowledged' }),
    );
    expect((await send('alerts/acknowledge', 'lead', { ...notice, key: 'exit-test.old/other' })).status).toBe(404);
  });

  it('knows no other project', async () => {
    const other = '/v1/projects/prj_two/lock-in';
    expect((await http.ask({ path: `${other}/register`, role: 'viewer' })).status).toBe(404);
    const entered = await http.ask({ method: 'POST', path: `${other}/arrangements`, role: 'lead', body: arrangement });
    expect(entered.status).toBe(404);
  });
});
