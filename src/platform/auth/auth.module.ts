import { Global, Module } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { AllowGuard } from './allow.guard.js';
import { Authenticator } from './authenticator.service.js';
import { SessionController } from './session.controller.js';
import { TokenStore } from './token-store.js';
import { SqlTokenStore } from './token-store.sql.js';
import { TokensController } from './tokens.controller.js';
import { TokensService } from './tokens.service.js';

@Global()
@Module({
  controllers: [SessionController, TokensController],
  providers: [
    { provide: TokenStore, useClass: SqlTokenStore },
    Authenticator,
    TokensService,
    { provide: APP_GUARD, useClass: AllowGuard },
  ],
  exports: [Authenticator, TokensService],
})
export class AuthModule {}
