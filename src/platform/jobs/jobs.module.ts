import { Global, Module } from '@nestjs/common';
import { JobRunner } from './job-runner.service.js';
import { LeaseStore } from './lease-store.js';
import { SqlLeaseStore } from './lease-store.sql.js';
import { Outbox } from './outbox.sql.js';
import { OutboxReader } from './outbox-reader.js';

@Global()
@Module({
  providers: [
    Outbox,
    { provide: OutboxReader, useExisting: Outbox },
    { provide: LeaseStore, useClass: SqlLeaseStore },
    JobRunner,
  ],
  exports: [Outbox, JobRunner],
})
export class JobsModule {}
