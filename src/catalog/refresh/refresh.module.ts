import { Module } from '@nestjs/common';
import { VendorsModule } from '../../vendors/vendors.module.js';
import { loadCatalogDocuments } from '../load-catalog.client.js';
import { AskVendorListings } from './ask-vendor-listings.job.js';
import { CatalogRows, ShippedRows } from './catalog-rows.js';
import { SqlCatalogRows } from './catalog-rows.sql.js';
import { CatalogSourcesController } from './catalog-sources.controller.js';
import { DecideRefresh } from './decide-refresh.service.js';
import { NamesInUse } from './names-in-use.js';
import { SqlNamesInUse } from './names-in-use.sql.js';
import { PresentFacts } from './present-facts.service.js';
import { ProposeRefresh } from './propose-refresh.service.js';
import { RefreshStore } from './refresh-store.js';
import { SqlRefreshStore } from './refresh-store.sql.js';
import { RefreshesController } from './refreshes.controller.js';
import { ShippedModels } from './shipped-models.js';

/** How the catalogue is kept fresh: readings, proposals, decisions, and the rows that come of them. */
@Module({
  imports: [VendorsModule],
  controllers: [RefreshesController, CatalogSourcesController],
  providers: [
    { provide: CatalogRows, useClass: SqlCatalogRows },
    { provide: ShippedRows, useFactory: () => new ShippedModels(loadCatalogDocuments()) },
    { provide: NamesInUse, useClass: SqlNamesInUse },
    { provide: RefreshStore, useClass: SqlRefreshStore },
    PresentFacts,
    ProposeRefresh,
    DecideRefresh,
    AskVendorListings,
  ],
  exports: [CatalogRows],
})
export class RefreshModule {}
