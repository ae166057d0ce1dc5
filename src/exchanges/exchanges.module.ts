import { Module } from '@nestjs/common';
import { ExchangeStore } from './exchange-store.js';
import { SqlExchangeStore } from './exchange-store.sql.js';
import { ExchangesController } from './exchanges.controller.js';
import { ShadowPairStore } from './shadow-pair-store.js';
import { SqlShadowPairStore } from './shadow-pair-store.sql.js';

/** What was asked and answered. Knows which project a call was for, not what the project is. */
@Module({
  controllers: [ExchangesController],
  providers: [
    { provide: ExchangeStore, useClass: SqlExchangeStore },
    { provide: ShadowPairStore, useClass: SqlShadowPairStore },
  ],
  exports: [ExchangeStore, ShadowPairStore],
})
export class ExchangesModule {}
