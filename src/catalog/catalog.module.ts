import { Module, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Log } from '../platform/telemetry/log.client.js';
import { CatalogController } from './catalog.controller.js';
import { CatalogFactsController } from './catalog-facts.controller.js';
import { loadCatalogDocuments, loadOverrides } from './load-catalog.client.js';
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
      useFactory: (rows: CatalogRows, clock: Clock) => {
        const documents = loadCatalogDocuments();
        return new StandingModelCatalog({ documents, overrides: loadOverrides(documents), rows, clock });
      },
      inject: [CatalogRows, Clock],
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
