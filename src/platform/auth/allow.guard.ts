// Deny by default: a route without `Allow` or `Open` answers nobody. Denials are logged and counted.
import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Injectable,
  SetMetadata,
} from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { ApiBearerAuth, ApiExtension } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { maySee, type Principal, type Role } from '../../kernel/principal.js';
import { refusal } from '../../kernel/refusal.js';
import { Refused } from '../http/refused.filter.js';
import { Log } from '../telemetry/log.client.js';
import { Metrics } from '../telemetry/metrics.client.js';
import { Authenticator, ownTokenId } from './authenticator.service.js';
import { authorizationOfSession, mayUseSession } from './session-cookie.js';

const rolesKey = 'openward:roles';
const candidatePrefix = '/candidates/';

/** The roles that may call the route; published as `x-roles`. */
export function Allow(...allowed: [Role, ...Role[]]) {
  return applyDecorators(SetMetadata(rolesKey, allowed), ApiExtension('x-roles', allowed), ApiBearerAuth('token'));
}

/** For health, the documents and the page's files: no token needed. */
export function Open() {
  return applyDecorators(SetMetadata(rolesKey, 'everybody'), ApiExtension('x-roles', ['anonymous']));
}

export interface AuthenticatedRequest extends FastifyRequest {
  principal?: Principal;
}

/** The principal that the guard has let in. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): Principal => {
  const principal = context.switchToHttp().getRequest<AuthenticatedRequest>().principal;
  if (principal === undefined) {
    throw new Error('the route asks for its caller but lets everybody in');
  }
  return principal;
});

interface Denial {
  readonly code: 'unauthenticated' | 'forbidden' | 'not-found';
  /** The roles that would have been let in. */
  readonly allowed: readonly Role[];
}

@Injectable()
export class AllowGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly authenticator: Authenticator,
    private readonly log: Log,
    private readonly metrics: Metrics,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const allowed = this.reflector.getAllAndOverride<readonly Role[] | 'everybody' | undefined>(rolesKey, [
      context.getHandler(),
      context.getClass(),
    ]);
    if (allowed === 'everybody') {
      return true;
    }
    const request = context.switchToHttp().getRequest<AuthenticatedRequest>();
    const principal = await this.authenticator.authenticate(authorizationOf(request));
    if (principal === null || (principal.tokenId === ownTokenId && !request.url.startsWith(candidatePrefix))) {
      throw this.denied(request, null, { code: 'unauthenticated', allowed: [] });
    }
    request.principal = principal;
    if (!(allowed ?? []).includes(principal.role)) {
      throw this.denied(request, principal, { code: 'forbidden', allowed: allowed ?? [] });
    }
    const { projectId } = request.params as { projectId?: string };
    if (projectId !== undefined && !maySee(principal, projectId)) {
      // The same answer as for a project that does not exist: its existence is not told.
      throw this.denied(request, principal, { code: 'not-found', allowed: [] });
    }
    return true;
  }

  private denied(request: FastifyRequest, principal: Principal | null, denial: Denial): Refused {
    const { code, allowed } = denial;
    this.metrics.accessDenied.inc({ reason: code });
    this.log.warn(
      {
        requestId: request.id,
        reason: code,
        person: principal?.person ?? null,
        role: principal?.role ?? null,
        method: request.method,
        path: request.url.split('?')[0],
      },
      'access denied',
    );
    const words = {
      unauthenticated: 'A valid token is needed: Authorization: Bearer owd_…',
      forbidden: `The role ${principal?.role} may not do this; ${allowed.join(', ')} may.`,
      'not-found': 'There is no such project.',
    };
    return new Refused(refusal(code, words[code]));
  }
}

/** Of the request itself, or of the browser's session, where the page may use it. The gateway takes no sessions. */
function authorizationOf({ headers, method, url }: AuthenticatedRequest): string | undefined {
  if (headers.authorization !== undefined || url.startsWith('/p/') || !mayUseSession(method, headers)) {
    return headers.authorization;
  }
  return authorizationOfSession(headers);
}
