import { aCommit, anUnbornProject } from '../../test/builders/a-project.js';
import { FakeClock } from '../../test/fakes/clock.fake.js';
import { describeOnEachDatabase } from '../../test/harness/each-database.js';
import type { Database } from '../platform/database/database.sql.js';
import { Outbox } from '../platform/jobs/outbox.sql.js';
import { RandomIds } from '../platform/telemetry/random-ids.client.js';
import type { Project } from '../projects/project.js';
import { SqlProjectStore } from '../projects/project-store.sql.js';
import { AuditCheck, type AuditResult } from './audit-check.js';
import { walkHistory } from './audit-walk.sql.js';

const ids = [1, 2, 3].map((place) => `prj_01kc${String(place).padStart(22, '0')}`);

async function fill(database: Database): Promise<void> {
  const clock = new FakeClock();
  const store = new SqlProjectStore(database, new Outbox(database, clock, new RandomIds(clock)));
  for (const id of ids) {
    let project: Project = anUnbornProject(id);
    for (let version = 0; version < 4; version += 1) {
      const commit = aCommit(project);
      await store.commit(commit);
      project = commit.project;
    }
  }
}

async function audit(database: Database): Promise<AuditResult> {
  const check = new AuditCheck(null);
  await walkHistory(database, (record) => check.take(record));
  return check.finish();
}

interface Tables {
  projects: { id: string; stage: string };
  project_history: { project_id: string; version: number; actor: string; event: string };
}

describeOnEachDatabase('the walk of an audit', (stores) => {
  const spoilt = async (spoil: (database: Database) => Promise<unknown>) => {
    const database = await stores.open();
    await fill(database);
    await spoil(database);
    return (await audit(database)).faults.map(({ projectId, version }) => [ids.indexOf(projectId), version]);
  };

  it('sees every project and every entry of a sound store', async () => {
    const database = await stores.open();
    await fill(database);
    expect(await audit(database)).toMatchObject({ ok: true, projects: 3, entries: 12 });
  });

  it('sees content that is no JSON any more', async () => {
    const found = spoilt((database) =>
      database
        .of<Tables>()
        .updateTable('project_history')
        .set({ event: '{' })
        .where('project_id', '=', ids[1] ?? '')
        .where('version', '=', 2)
        .execute(),
    );
    expect(await found).toEqual([[1, 2]]);
  });

  it('sees another actor in the column beside the entry', async () => {
    const found = spoilt((database) =>
      database
        .of<Tables>()
        .updateTable('project_history')
        .set({ actor: 'mallory' })
        .where('project_id', '=', ids[0] ?? '')
        .where('version', '=', 3)
        .execute(),
    );
    expect(await found).toEqual([[0, 3]]);
  });

  it('sees a history that has lost its project', async () => {
    const found = spoilt((database) =>
      database
        .of<Tables>()
        .deleteFrom('projects')
        .where('id', '=', ids[2] ?? '')
        .execute(),
    );
    expect(await found).toEqual([[2, 4]]);
  });

  it('sees a project that has lost its history', async () => {
    const found = spoilt((database) =>
      database
        .of<Tables>()
        .deleteFrom('project_history')
        .where('project_id', '=', ids[2] ?? '')
        .execute(),
    );
    expect(await found).toEqual([[2, 1]]);
  });
});
