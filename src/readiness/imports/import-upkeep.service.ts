// What happens to uploads after they were read: withdrawn, declared upon, looked through for faults; and those that lost
// their process are marked as such.
import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type Refusal, refusal } from '../../kernel/refusal.js';
import { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { faultsCsvHeader, faultsCsvLines } from './faults-csv.js';
import { type ImportRecord, interruptedProblem } from './import-record.js';
import { ImportStore, ImportUpkeep } from './import-store.js';
import type { RightsDeclaration } from './rights-declaration.js';

/** An upload that nobody has written to for this long has lost its process. */
const untouchedMs = 2 * 60_000;
const faultsPerPage = 1_000;
const importsLookedAt = 200;
const noSuchImport = refusal('not-found', 'There is no such upload in this project.');

@Injectable()
export class ImportUpkeepService implements OnApplicationBootstrap {
  constructor(
    @Inject(ImportStore) private readonly imports: ImportStore,
    @Inject(ImportUpkeep) private readonly upkeep: ImportUpkeep,
    @Inject(Clock) private readonly clock: Clock,
    private readonly runner: JobRunner,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.failInterrupted({ atStart: true });
    const lookEveryMs = untouchedMs / 4;
    this.runner.every('readiness.interrupted-imports', lookEveryMs, () => this.failInterrupted({ atStart: false }));
  }

  /** Final: uploading the file again brings the rows back. Withdrawing again changes nothing. */
  async withdraw(asked: {
    projectId: string;
    importId: string;
    by: string;
    reason: string;
  }): Promise<ImportRecord | Refusal> {
    const { projectId, importId, by, reason } = asked;
    const record = await this.imports.find(projectId, importId);
    if (record === null || record.withdrawn !== null) {
      return record ?? noSuchImport;
    }
    const recent = await this.imports.list({ projectId, after: null, limit: importsLookedAt });
    if (recent.some((one) => one.state === 'running')) {
      return refusal('conflict', 'An upload of this project is still running. Withdraw when it has ended.');
    }
    return this.upkeep.withdraw(record, { at: this.clock.now(), by, reason });
  }

  /** What is left out stays as it was declared. */
  async declareRights(asked: {
    projectId: string;
    importId: string;
    rights: Partial<RightsDeclaration>;
  }): Promise<ImportRecord | Refusal> {
    const record = await this.imports.find(asked.projectId, asked.importId);
    if (record === null) {
      return noSuchImport;
    }
    if (record.state === 'running') {
      return refusal('conflict', 'The upload is still running. Declare its rights when it has ended.');
    }
    const declared = { ...record, rights: { ...record.rights, ...asked.rights } };
    await this.imports.put(declared, this.clock.now());
    return declared;
  }

  /** CSV, line by line, in pieces. */
  async *faultsCsv(importId: string): AsyncGenerator<string> {
    yield faultsCsvHeader;
    for (let after: { line: number; field: string } | null | undefined = null; after !== undefined; ) {
      const page: Awaited<ReturnType<ImportUpkeep['faults']>> = await this.upkeep.faults({
        importId,
        after,
        limit: faultsPerPage,
      });
      if (page.length > 0) {
        yield faultsCsvLines(page);
      }
      after = page.length === faultsPerPage ? page.at(-1) : undefined;
    }
  }

  private async failInterrupted({ atStart }: { atStart: boolean }): Promise<void> {
    const at = this.clock.now();
    const untouchedSinceMs = at - untouchedMs;
    await this.upkeep.failInterrupted({ at, untouchedSinceMs, atStart, problem: interruptedProblem });
  }
}
