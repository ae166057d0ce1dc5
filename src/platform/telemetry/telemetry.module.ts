import { type DynamicModule, Module } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { IdSource } from '../../kernel/ids.js';
import { Log } from './log.client.js';
import { Metrics } from './metrics.client.js';
import { RandomIds } from './random-ids.client.js';
import { SystemClock } from './system-clock.client.js';

@Module({})
export class TelemetryModule {
  static with(log: Log, metrics: Metrics): DynamicModule {
    return {
      module: TelemetryModule,
      global: true,
      providers: [
        { provide: Log, useValue: log },
        { provide: Metrics, useValue: metrics },
        { provide: Clock, useClass: SystemClock },
        { provide: IdSource, useClass: RandomIds },
      ],
      exports: [Log, Metrics, Clock, IdSource],
    };
  }
}
