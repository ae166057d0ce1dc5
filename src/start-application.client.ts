// From a checked configuration to a listening service, and back to nothing: the same for the process and for tests.

import type { RequestListener } from 'node:http';
import { join } from 'node:path';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { AppModule } from './app.module.js';
import { keepCatalogBodiesStreaming } from './catalog/refresh/refresh-body.hook.js';
import { servePage } from './dashboard/page-files.hook.js';
import { keepGatewayBodiesRaw } from './gateway/raw-body.hook.js';
import { allMigrations } from './migrations/all-migrations.sql.js';
import { Authenticator, ownTokenId } from './platform/auth/authenticator.service.js';
import { TokensService } from './platform/auth/tokens.service.js';
import type { Configuration } from './platform/config/configuration.dto.js';
import { loadPolicies } from './platform/config/load-policies.client.js';
import { Database } from './platform/database/database.sql.js';
import { migrate, openDatabase } from './platform/database/open-database.sql.js';
import { describeApi } from './platform/http/describe-api.hook.js';
import { takeJsonBodies } from './platform/http/json-bodies.hook.js';
import { ProcessState } from './platform/http/process-state.service.js';
import { secureHeaders } from './platform/http/secure-headers.hook.js';
import { requestIdOf, watchRequests } from './platform/http/watch-requests.hook.js';
import { FrameworkLog } from './platform/telemetry/framework-log.client.js';
import { Log } from './platform/telemetry/log.client.js';
import { Metrics } from './platform/telemetry/metrics.client.js';
import { StatusDoor } from './projects/status-door.hook.js';
import { keepImportBodiesStreaming } from './readiness/uploads/import-body.hook.js';
import { OwnAddress } from './vendors/openward/own-address.js';

export interface RunningApplication {
  readonly app: NestFastifyApplication;
  /** Where people reach it. */
  readonly url: string;
  /** The first administrator's token, to be shown once; null at every later start. */
  readonly firstToken: string | null;
  /** Called when the disk has failed under a write: the process should end. */
  whenDiskFails(handle: (error: Error) => void): void;
  /** Stops taking requests, finishes what runs, closes the store. */
  stop(): Promise<void>;
}

const readinessNoticeMs = 200;

async function openStore(configuration: Configuration) {
  const { url, connectionsMax } = configuration.database;
  const database = openDatabase({ url, connectionsMax, file: join(configuration.dataDirectory, 'openward.sqlite') });
  try {
    await migrate(database, allMigrations);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

async function build(configuration: Configuration, log: Log, door: StatusDoor) {
  const metrics = new Metrics();
  const policies = loadPolicies(configuration.policies.directory);
  const database = await openStore(configuration);
  const { bodyLimitBytes, trustProxy, gatewayBodyLimitBytes } = configuration.server;
  const adapter = new FastifyAdapter({
    bodyLimit: bodyLimitBytes,
    trustProxy,
    genReqId: requestIdOf,
    serverFactory: (handler: RequestListener) => door.server(handler),
    routerOptions: { maxParamLength: 300 },
    forceCloseConnections: 'idle',
  });
  const foundation = { configuration, policies, database, log, metrics };
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.on(foundation), adapter, {
    logger: new FrameworkLog(log),
    abortOnError: false,
    bodyParser: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  await secureHeaders(fastify);
  takeJsonBodies(fastify);
  watchRequests(fastify, { log, metrics });
  keepGatewayBodiesRaw(fastify, gatewayBodyLimitBytes);
  keepImportBodiesStreaming(fastify);
  servePage(fastify);
  keepCatalogBodiesStreaming(fastify);
  return { app, metrics };
}

/** Rejects when the store cannot be opened or the port is taken; nothing is left open then. */
export async function startApplication(configuration: Configuration, log: Log): Promise<RunningApplication> {
  const door = new StatusDoor();
  const { app, metrics } = await build(configuration, log, door);
  try {
    describeApi(app);
    await app.init();
    door.open(app);
    await app.listen(configuration.server.port, configuration.server.host);
    // After the port is had: a token made by a start that then fails would never be shown, nor made again.
    const firstToken = await app.get(TokensService, { strict: false }).bootstrap();
    metrics.watchProcess();
    const { port } = app.getHttpServer().address() as { port: number };
    trustSelf(app, port, configuration.server.host);
    const { host, publicUrl } = configuration.server;
    const shown = host.includes(':') ? `[${host}]` : host;
    const database = app.get(Database, { strict: false });
    return {
      app,
      url: publicUrl ?? `http://${shown}:${port}`,
      firstToken,
      whenDiskFails: (handle) => database.whenDiskFails(handle),
      stop: () => stop(app),
    };
  } catch (error) {
    await app.close();
    throw error;
  }
}

/** The process calls itself when a candidate that it serves has to answer: its token never leaves it. */
function trustSelf(app: NestFastifyApplication, port: number, host: string): void {
  const own = app.get(OwnAddress, { strict: false });
  own.set(port, host);
  const principal = { tokenId: ownTokenId, person: 'openward', role: 'service' as const, projects: 'all' as const };
  app.get(Authenticator, { strict: false }).trustInternally(own.internalToken(), principal);
}

async function stop(app: NestFastifyApplication): Promise<void> {
  app.get(ProcessState, { strict: false }).drain();
  // Balancers learn of it from /health/ready before the door closes.
  await new Promise((resolve) => setTimeout(resolve, readinessNoticeMs));
  await app.close();
}
