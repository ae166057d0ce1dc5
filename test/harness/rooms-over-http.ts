// A few rooms behind a real port, with the service's own pipe and filter, and a guard that lets in whoever says which
// role it has. For specs of controllers: the journeys use the whole service.
import { type CanActivate, type ExecutionContext, Injectable, type Type } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE, Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test, type TestingModule } from '@nestjs/testing';
import type { Role } from '../../src/kernel/principal.js';
import { refusal } from '../../src/kernel/refusal.js';
import { Refused, RefusedFilter } from '../../src/platform/http/refused.filter.js';
import { validationPipe } from '../../src/platform/http/validation.hook.js';
import { Log } from '../../src/platform/telemetry/log.client.js';

interface Request {
  readonly headers: Record<string, string | undefined>;
  principal?: unknown;
}

@Injectable()
class SaysItsRole implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<Request>();
    const role = request.headers['x-role'] as Role | undefined;
    const allowed = this.reflector.get<readonly Role[] | undefined>('openward:roles', context.getHandler()) ?? [];
    if (role === undefined || !allowed.includes(role)) {
      throw new Refused(refusal('forbidden', `${role ?? 'nobody'} may not do this`));
    }
    request.principal = { tokenId: 'tok_1', person: 'ada', role, projects: 'all' };
    return true;
  }
}

export interface RoomAnswer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: unknown;
}

export interface RoomBytes extends Omit<RoomAnswer, 'body'> {
  readonly bytes: Uint8Array;
}

export interface RoomRequest {
  readonly method?: string;
  readonly path: string;
  readonly role: Role;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RoomsOverHttp {
  ask(request: RoomRequest): Promise<RoomAnswer>;
  /** For files: the body as it came. */
  bytes(request: RoomRequest): Promise<RoomBytes>;
  stop(): Promise<void>;
}

export interface RoomParts {
  readonly controllers: Type[];
  readonly providers: { provide: unknown; useValue: unknown }[];
}

/** Ports are handed in as values; services as `useValue` too. */
export async function startRooms({ controllers, providers }: RoomParts): Promise<RoomsOverHttp> {
  const made: TestingModule = await Test.createTestingModule({
    controllers,
    providers: [
      ...(providers as []),
      { provide: APP_GUARD, useClass: SaysItsRole },
      { provide: APP_PIPE, useFactory: validationPipe },
      { provide: APP_FILTER, useValue: new RefusedFilter(new Log('silent')) },
    ],
  }).compile();
  const app = made.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as { port: number };
  return {
    ask: async ({ method = 'GET', path, role, body, headers: more }) => {
      const headers = { ...more, 'x-role': role, ...(body !== undefined && { 'content-type': 'application/json' }) };
      const init = { method, headers, ...(body !== undefined && { body: JSON.stringify(body) }) };
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, init);
      const text = await answer.text();
      const isJson = answer.headers.get('content-type')?.includes('json') === true;
      return {
        status: answer.status,
        headers: answer.headers,
        body: text === '' ? null : isJson ? JSON.parse(text) : text,
      };
    },
    bytes: async ({ path, role, headers: more }) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { ...more, 'x-role': role } });
      return { status: answer.status, headers: answer.headers, bytes: new Uint8Array(await answer.arrayBuffer()) };
    },
    stop: () => app.close(),
  };
}
