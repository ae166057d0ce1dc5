// The door itself: reads a request at the gateway, checks what can be wrong with it, and hands it on as a call.
import { Inject, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Clock } from '../kernel/clock.js';
import { RoutePlanStore } from '../rollout/route-plan-store.js';
import { isControlFault, readCallControls } from './call-controls.js';
import { OverheadWatch } from './call-leg.service.js';
import { readCallFacts } from './dialect/call-facts.js';
import { type GatewayFault, invalidRequest } from './dialect/openai-error.js';
import { type CrossingHeaders, headersForUpstream } from './header-rules.js';
import { type IncomingCall, isChatCompletionCall } from './incoming-call.js';
import { clientContentType, receivedAt, UnreadBody } from './raw-body.hook.js';
import { upstreamPath } from './upstream-path.js';

export interface OpenedCall {
  readonly call: IncomingCall;
  readonly overhead: OverheadWatch;
}

const noProject = {
  message: 'There is no such project behind this address, or it has no traffic plan yet.',
  param: null,
};
const badPath = {
  message: 'The path cannot be passed on: it holds dot segments or characters that no URL may hold.',
  param: null,
};
const tooLarge = {
  message: 'The body is larger than the gateway passes on. Send less, or ask the operator for more.',
  param: null,
};

/** Tells a fault from a call. */
export function isFault(opened: OpenedCall | GatewayFault): opened is GatewayFault {
  return 'code' in opened;
}

function withClientType(request: FastifyRequest): CrossingHeaders {
  const { 'content-type': _private, ...headers } = headersForUpstream(request.raw.headers);
  const type = clientContentType(request.raw);
  return type === undefined ? headers : { ...headers, 'content-type': type };
}

@Injectable()
export class OpenCall {
  constructor(
    @Inject(RoutePlanStore) private readonly plans: RoutePlanStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Rejects when the store does not answer, or when the client leaves while its body is read. */
  async open(request: FastifyRequest, projectId: string): Promise<OpenedCall | GatewayFault> {
    const overhead = new OverheadWatch(receivedAt(request.raw));
    const plan = await this.plans.find(projectId);
    if (plan === null) {
      return invalidRequest(404, 'project_not_found', noProject);
    }
    const path = upstreamPath(request.raw.url ?? '');
    if (path === null) {
      return invalidRequest(400, 'path_not_allowed', badPath);
    }
    const controls = readCallControls(request.raw.headers);
    if (isControlFault(controls)) {
      const message = `The header ${controls.header} is not understood: ${controls.reason}.`;
      return invalidRequest(400, 'header_malformed', { message, param: controls.header });
    }
    overhead.startWaiting();
    const body = request.body instanceof UnreadBody ? await request.body.read() : Buffer.alloc(0);
    overhead.stopWaiting();
    if (body === null) {
      return invalidRequest(413, 'body_too_large', tooLarge);
    }
    const chat = isChatCompletionCall(request.method, path) ? readCallFacts(body) : null;
    const call: IncomingCall = {
      requestId: request.id,
      at: this.clock.now(),
      plan,
      method: request.method,
      path,
      headers: withClientType(request),
      body: body.length === 0 ? null : body,
      controls,
      chat,
      unit: controls.unit ?? chat?.unit ?? null,
    };
    return { call, overhead };
  }
}
