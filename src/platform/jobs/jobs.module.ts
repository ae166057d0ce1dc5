import { Global, Module } from '@nestjs/common';
import { JobRunner } from './job-runner.service.js';
import { LeaseStore } from './lease-store.sql.js';
import { Outbox } from './outbox.sql.js';

@Global()
@Module({ providers: [Outbox, LeaseStore, JobRunner], exports: [Outbox, JobRunner] })
export class JobsModule {}
