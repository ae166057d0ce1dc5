// The service over a real embedded store, without HTTP: what cannot be seen from outside.
import { aCommit, anUnbornProject } from '../../../test/builders/a-project.js';
import { testPolicy } from '../../../test/builders/gate-facts.js';
import { FakeClock } from '../../../test/fakes/clock.fake.js';
import { FakeIds } from '../../../test/fakes/ids.fake.js';
import { describeOnEachDatabase } from '../../../test/harness/each-database.js';
import { Policies } from '../../platform/config/policies.js';
import { Outbox } from '../../platform/jobs/outbox.sql.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { Metrics } from '../../platform/telemetry/metrics.client.js';
import { SqlProjectRecords } from '../project-records.sql.js';
import { SqlProjectStore } from '../project-store.sql.js';
import { StepProject } from '../step-project.service.js';
import { BuildCommand } from './build-command.service.js';
import { CommandProject } from './command-project.service.js';
import type { CommandRequest } from './command-request.js';
import { CommandRim } from './command-rim.service.js';

const projectId = 'prj_01kc0000000000000000000001';

function pause(parts: Partial<CommandRequest> = {}): CommandRequest {
  return {
    name: 'pause',
    principal: { tokenId: 'tok_1', person: 'ada', role: 'lead', projects: 'all' },
    projectId,
    requestId: 'req_1',
    reason: 'holidays',
    choice: null,
    gateRunId: null,
    evidenceDigest: null,
    ticket: null,
    expectedVersion: null,
    idempotencyKey: 'k1',
    requestDigest: 'd1',
    ...parts,
  };
}

describeOnEachDatabase('a command', (stores) => {
  async function given() {
    const database = await stores.open();
    const clock = new FakeClock(100_000);
    const ids = new FakeIds();
    const log = new Log('silent');
    const metrics = new Metrics();
    const policies = new Policies(new Map([['test', { policy: testPolicy, reasons: {} }]]));
    const store = new SqlProjectStore(database, new Outbox(database, clock, ids));
    const records = new SqlProjectRecords(database);
    const steps = new StepProject(store, records, policies, clock, metrics, log);
    // Pausing judges no gate and decides nothing: what would be asked then is never called.
    const judge = {} as ConstructorParameters<typeof BuildCommand>[0];
    const lives = {} as ConstructorParameters<typeof BuildCommand>[3];
    const build = new BuildCommand(judge, records, policies, lives, clock, ids);
    const configuration = { idempotency: { retentionHours: 24 } } as ConstructorParameters<typeof CommandRim>[2];
    const rim = new CommandRim(store, records, configuration, clock, ids, log, metrics);
    const commit = aCommit(anUnbornProject(projectId), { name: 'project.created' });
    await store.commit(commit);
    return { store, records, commands: new CommandProject(store, records, build, steps, rim), clock };
  }

  it('that is a safety verb wins over every change that gets in between', async () => {
    const { commands, store } = await given();
    const requests = Array.from({ length: 6 }, (_, at) =>
      pause({ name: at % 2 === 0 ? 'pause' : 'rollback', idempotencyKey: `k${at}` }),
    );
    const results = await Promise.all(requests.map((request) => commands.run(request)));
    expect(results.some((result) => 'status' in result && result.status === 200)).toBe(true);
    expect(results.filter((result) => 'code' in result && result.code === 'stale-version')).toEqual([]);
    expect((await store.find(projectId))?.version).toBe(2);
  });

  it('leaves a machine that another version has stored as it is, and says so', async () => {
    const { commands, store } = await given();
    const project = await store.find(projectId);
    if (project === null) {
      throw new Error('the project is gone');
    }
    const foreign = { ...project, snapshot: { ...project.snapshot, machineVersion: 99 } };
    const commit = aCommit(project, { name: 'test.foreign' });
    await store.commit({ ...commit, project: { ...commit.project, snapshot: foreign.snapshot } });
    const result = await commands.run(pause());
    expect(result).toMatchObject({ code: 'conflict', detail: expect.stringContaining('machine version 99') });
    expect((await store.find(projectId))?.snapshot.machineVersion).toBe(99);
    expect((await store.find(projectId))?.version).toBe(2);
  });

  it('is kept on record when it is refused, with who and why', async () => {
    const { commands, records } = await given();
    await commands.run(pause({ name: 'resume', expectedVersion: 1 }));
    expect(await records.refusals({ projectId, limit: 10 })).toMatchObject([
      { actor: 'ada', command: 'resume', code: 'command-not-accepted' },
    ]);
  });

  it('may be repeated with its key until the time that was promised is over', async () => {
    const { commands, clock, store } = await given();
    const first = await commands.run(pause());
    clock.advance(24 * 3_600_000 - 1);
    expect(await commands.run(pause())).toEqual({ ...first, replayed: true });
    clock.advance(1);
    expect(await commands.run(pause())).toMatchObject({ code: 'command-not-accepted' });
    await store.forgetExpired(clock.now());
    expect(await store.idempotency(`ada/${projectId}`, 'k1', 0)).toBeNull();
  });
});
