import { Module } from '@nestjs/common';
import { Configuration } from '../../platform/config/configuration.dto.js';
import { VendorsModule } from '../../vendors/vendors.module.js';
import { CatalogFiles } from '../catalog-files.js';
import { loadCatalogDocuments, loadOverrides } from '../load-catalog.client.js';
import { AskVendorListings } from './ask-vendor-listings.job.js';
import { BundleSignatures } from './bundles/bundle-signatures.client.js';
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
    {
      provide: CatalogFiles,
      useFactory: ({ catalog }: Configuration) => {
        const documents = loadCatalogDocuments();
        return new CatalogFiles(documents, loadOverrides(documents, catalog.overridesDirectory));
      },
      inject: [Configuration],
    },
    {
      provide: ShippedRows,
      useFactory: ({ documents }: CatalogFiles) => new ShippedModels(documents),
      inject: [CatalogFiles],
    },
    { provide: NamesInUse, useClass: SqlNamesInUse },
    { provide: RefreshStore, useClass: SqlRefreshStore },
    BundleSignatures,
    PresentFacts,
    ProposeRefresh,
    DecideRefresh,
    AskVendorListings,
  ],
  exports: [CatalogRows, CatalogFiles],
})
export class RefreshModule {}
