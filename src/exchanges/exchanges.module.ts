import { Module } from '@nestjs/common';
import { AnswerSources } from './answer-sources.js';
import { SqlAnswerSources } from './answer-sources.sql.js';
import { ExchangeStore } from './exchange-store.js';
import { SqlExchangeStore } from './exchange-store.sql.js';
import { ExchangeWalk } from './exchange-walk.js';
import { SqlExchangeWalk } from './exchange-walk.sql.js';
import { ExchangesController } from './exchanges.controller.js';
import { ShadowPairStore } from './shadow-pair-store.js';
import { SqlShadowPairStore } from './shadow-pair-store.sql.js';

/** What was asked and answered. Knows which project a call was for, not what the project is. */
@Module({
  controllers: [ExchangesController],
  providers: [
    { provide: ExchangeStore, useClass: SqlExchangeStore },
    { provide: ExchangeWalk, useClass: SqlExchangeWalk },
    { provide: AnswerSources, useClass: SqlAnswerSources },
    { provide: ShadowPairStore, useClass: SqlShadowPairStore },
  ],
  exports: [AnswerSources, ExchangeStore, ExchangeWalk, ShadowPairStore],
})
export class ExchangesModule {}
