import { Global, Module } from '@nestjs/common';
import { APP_FILTER, APP_PIPE } from '@nestjs/core';
import { Log } from '../telemetry/log.client.js';
import { HealthController } from './health.controller.js';
import { ProblemsController } from './problems.controller.js';
import { ProcessState } from './process-state.service.js';
import { RefusedFilter } from './refused.filter.js';
import { validationPipe } from './validation.hook.js';

@Global()
@Module({
  controllers: [HealthController, ProblemsController],
  providers: [
    ProcessState,
    { provide: APP_FILTER, useFactory: (log: Log) => new RefusedFilter(log), inject: [Log] },
    { provide: APP_PIPE, useFactory: validationPipe },
  ],
  exports: [ProcessState],
})
export class HttpModule {}
