import { Module } from '@nestjs/common';
import { CatalogModule } from '../catalog/catalog.module.js';
import { ExchangesModule } from '../exchanges/exchanges.module.js';
import { RolloutModule } from '../rollout/rollout.module.js';
import { VendorsModule } from '../vendors/vendors.module.js';
import { AskArm } from './ask-arm.service.js';
import { CaptureQueue } from './capture/capture-queue.service.js';
import { GatewayController } from './gateway.controller.js';
import { MeteredSignals } from './gateway-signals.client.js';
import { GatewaySignals } from './gateway-signals.js';
import { OpenCall } from './open-call.service.js';
import { RouteCall } from './route-call.service.js';
import { ShadowCopies } from './shadow-copies.service.js';

/** The OpenAI-compatible door: route, forward, capture. */
@Module({
  imports: [CatalogModule, ExchangesModule, RolloutModule, VendorsModule],
  controllers: [GatewayController],
  providers: [
    { provide: GatewaySignals, useClass: MeteredSignals },
    OpenCall,
    RouteCall,
    AskArm,
    CaptureQueue,
    ShadowCopies,
  ],
})
export class GatewayModule {}
