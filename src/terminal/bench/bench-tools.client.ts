// What the benchmarks share: free ports, medians, and many projects at once, written past the service.
import { createServer } from 'node:net';
import { join } from 'node:path';
import { initialSnapshot } from '../../lifecycle/snapshot.js';
import { allMigrations } from '../../migrations/all-migrations.sql.js';
import { migrate, openDatabase } from '../../platform/database/open-database.sql.js';
import { Statement } from '../../platform/database/statement.sql.js';
import { genesisHash } from '../../projects/history-entry.js';
import type { Project, ProjectBrief } from '../../projects/project.js';
import { documentOf, snapshotText } from '../../projects/project-rows.js';
import { projectStatus } from '../../projects/project-status.js';
import { nothingKnown } from '../../projects/standing/project-standing.js';

const rowsPerTransaction = 1000;

export const benchBrief: ProjectBrief = {
  name: 'Bench',
  owner: 'bench',
  task: { kind: 'closed-set classification', description: 'Names the intent.', instructions: null },
  incumbent: { vendor: 'closed', model: 'closed-1' },
  candidate: { vendor: 'openward', model: 'baseline-student' },
  criticality: 'low',
  policyName: 'default',
  capture: { share: 1, bodies: true },
};

/** A port of the loopback interface that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** The middle value; of an even number, the upper of the two in the middle. NaN of none. */
export function median(values: readonly number[]): number {
  return [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
}

/** The id that `fillWithProjects` gives to the project at this place, from 0. */
export function benchProjectId(place: number): string {
  return `prj_01kc${String(place).padStart(22, '0')}`;
}

function benchProject(place: number): Project {
  return {
    id: benchProjectId(place),
    version: 1,
    brief: { ...benchBrief, name: `Bench ${place}` },
    snapshot: initialSnapshot(1_795_600_000_000),
    policy: null,
    policyDigest: null,
    candidateArtefactId: null,
    createdAt: 1_795_600_000_000,
    createdBy: 'bench',
    updatedAt: 1_795_600_000_000,
    headHash: genesisHash,
    standing: nothingKnown,
    standingRevision: 0,
  };
}

const insertProject = new Statement(`insert into projects (id, name, owner, stage, document, snapshot, machine_id,
  machine_version, policy, policy_digest, version, head_hash, status_body, created_at, updated_at, stage_entered_at)
  values (?, ?, 'bench', 'assessing', ?, ?, ?, ?, null, null, 1, ?, ?, ?, ?, ?)`);

/** Makes a data directory with that many projects in an embedded store. */
export async function fillWithProjects(dataDirectory: string, count: number): Promise<void> {
  const database = openDatabase({ url: null, file: join(dataDirectory, 'openward.sqlite'), connectionsMax: 1 });
  await migrate(database, allMigrations);
  for (let from = 0; from < count; from += rowsPerTransaction) {
    await database.transaction(async (within) => {
      for (let place = from; place < Math.min(count, from + rowsPerTransaction); place += 1) {
        const project = benchProject(place);
        const { id, snapshot, headHash, createdAt } = project;
        const texts = [
          documentOf(project),
          snapshotText(snapshot),
          snapshot.machineId,
          snapshot.machineVersion,
          headHash,
        ];
        const status = JSON.stringify(projectStatus(project, null));
        await insertProject.run(within, [id, project.brief.name, ...texts, status, createdAt, createdAt, createdAt]);
      }
    });
  }
  await database.close();
}
