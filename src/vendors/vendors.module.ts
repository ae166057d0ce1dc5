import { Module } from '@nestjs/common';
import { ApiKeys } from './api-keys.client.js';
import { UpstreamModelListings } from './listing/model-listings.client.js';
import { ModelListings } from './listing/model-listings.js';
import { ProcessOwnAddress } from './openward/own-address.client.js';
import { OwnAddress } from './openward/own-address.js';
import { ConfiguredOutboundRules } from './outbound-rules.client.js';
import { OutboundRules } from './outbound-rules.js';
import { UpstreamPools } from './upstream-pools.client.js';
import { HttpUpstreams } from './upstreams.client.js';
import { Upstreams } from './upstreams.js';
import { VendorStore } from './vendor-store.js';
import { SqlVendorStore } from './vendor-store.sql.js';
import { VendorsController } from './vendors.controller.js';
import { VendorsService } from './vendors.service.js';

/** The companies and servers that answer. Knows nothing of projects; may talk to nobody but what the rules allow. */
@Module({
  controllers: [VendorsController],
  providers: [
    { provide: VendorStore, useClass: SqlVendorStore },
    { provide: OutboundRules, useClass: ConfiguredOutboundRules },
    { provide: OwnAddress, useClass: ProcessOwnAddress },
    { provide: Upstreams, useClass: HttpUpstreams },
    { provide: ModelListings, useClass: UpstreamModelListings },
    ApiKeys,
    UpstreamPools,
    VendorsService,
  ],
  exports: [VendorStore, OutboundRules, OwnAddress, Upstreams, ModelListings],
})
export class VendorsModule {}
