import { Module } from '@nestjs/common';
import { CatalogController } from './catalog.controller.js';
import { loadCatalog } from './load-catalog.client.js';
import { ModelCatalog } from './model-catalog.js';

/** Which models exist, what they cost and until when. Known before anybody uses one. */
@Module({
  controllers: [CatalogController],
  providers: [{ provide: ModelCatalog, useFactory: () => loadCatalog() }],
  exports: [ModelCatalog],
})
export class CatalogModule {}
