import { Module, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Log } from '../platform/telemetry/log.client.js';
import { CatalogController } from './catalog.controller.js';
import { CatalogFactsController } from './catalog-facts.controller.js';
import { CatalogFiles } from './catalog-files.js';
import { ModelCatalog } from './model-catalog.js';
import { CatalogRows } from './refresh/catalog-rows.js';
import { RefreshModule } from './refresh/refresh.module.js';
import { StandingModelCatalog } from './standing-model-catalog.js';

/** Which models exist, what they cost and until when. Known before anybody uses one. */
@Module({
  imports: [RefreshModule],
  controllers: [CatalogController, CatalogFactsController],
  providers: [
    {
      provide: StandingModelCatalog,
      useFactory: (rows: CatalogRows, { documents, overrides }: CatalogFiles, clock: Clock) =>
        new StandingModelCatalog({ documents, overrides, rows, clock }),
      inject: [CatalogRows, CatalogFiles, Clock],
    },
    { provide: ModelCatalog, useExisting: StandingModelCatalog },
  ],
  exports: [ModelCatalog],
})
export class CatalogModule implements OnModuleInit {
  constructor(
    private readonly catalog: StandingModelCatalog,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    for (const { place, until, because } of this.catalog.overrides('expired')) {
      this.log.warn({ place, until, because }, 'an override of the catalogue has run out');
    }
  }
}
