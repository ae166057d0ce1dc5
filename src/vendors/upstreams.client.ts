// The way out, over HTTP/1.1 and undici.
import { Inject, Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, refusal } from '../kernel/refusal.js';
import { Configuration } from '../platform/config/configuration.dto.js';
import { ApiKeys } from './api-keys.client.js';
import { askUpstream } from './ask-upstream.client.js';
import { type QuestionForm, usualForm } from './chat-question.js';
import { OwnAddress } from './openward/own-address.js';
import { OutboundRules } from './outbound-rules.js';
import { UpstreamCall } from './upstream-call.client.js';
import { UpstreamPools } from './upstream-pools.client.js';
import {
  type Answer,
  type Question,
  type ResolvedUpstream,
  type UpstreamOutcome,
  type UpstreamReceiver,
  type UpstreamRequest,
  Upstreams,
} from './upstreams.js';
import { type ModelTarget, ownVendorName } from './vendor.js';
import { VendorStore } from './vendor-store.js';

const learnedFormsMax = 1000;

@Injectable()
export class HttpUpstreams extends Upstreams {
  private readonly forms = new Map<string, QuestionForm>();

  constructor(
    @Inject(VendorStore) private readonly vendors: VendorStore,
    @Inject(OutboundRules) private readonly rules: OutboundRules,
    @Inject(OwnAddress) private readonly own: OwnAddress,
    @Inject(ApiKeys) private readonly keys: ApiKeys,
    @Inject(UpstreamPools) private readonly pools: UpstreamPools,
    @Inject(Configuration) private readonly configuration: Pick<Configuration, 'gateway'>,
  ) {
    super();
  }

  async resolve(target: ModelTarget): Promise<ResolvedUpstream | Refusal> {
    if (target.vendor === ownVendorName) {
      return this.resolveOwn(target.model);
    }
    const vendor = await this.vendors.find(target.vendor);
    if (vendor === null) {
      return refusal('not-found', `There is no vendor named ${target.vendor}. Put it first: PUT /v1/vendors/{name}.`);
    }
    const baseUrl = this.rules.checkBaseUrl(vendor.baseUrl);
    if (typeof baseUrl !== 'string') {
      return refusal('upstream-unreachable', `The base URL of vendor ${vendor.name} ${baseUrl.reason}.`);
    }
    if (vendor.apiKeyRef === null) {
      return { ...target, baseUrl, headers: {} };
    }
    const key = await this.keys.read(vendor.apiKeyRef);
    return key === null
      ? refusal('upstream-unreachable', `The key of vendor ${vendor.name} is not where ${vendor.apiKeyRef} says.`)
      : { ...target, baseUrl, headers: { authorization: `Bearer ${key}` } };
  }

  dispatch(request: UpstreamRequest, receiver: UpstreamReceiver): Promise<UpstreamOutcome> {
    const { upstream } = request;
    const url = new URL(upstream.baseUrl);
    const path = `${url.pathname === '/' ? '' : url.pathname}${request.path}`;
    const headers = { ...request.headers, ...upstream.headers };
    return UpstreamCall.run({
      dispatcher: this.pools.poolFor(url, upstream.vendor === ownVendorName),
      wire: { origin: url.origin, path, headers },
      request,
      receiver,
      timeouts: this.configuration.gateway,
    });
  }

  async ask(question: Question): Promise<Answer> {
    const upstream = await this.resolve(question.target);
    if (isRefusal(upstream)) {
      return { kind: 'failure', reason: 'unreachable', status: null, detail: upstream.detail, latencyMs: 0 };
    }
    const model = `${question.target.vendor} ${question.target.model}`;
    const onForm = (form: QuestionForm): void => this.learn(model, form);
    return askUpstream({ upstreams: this, upstream, question, form: this.forms.get(model) ?? usualForm, onForm });
  }

  private resolveOwn(model: string): ResolvedUpstream | Refusal {
    const address = this.own.baseUrl();
    if (address === null) {
      return refusal('upstream-unreachable', 'Openward does not listen yet, so it cannot serve its own candidates.');
    }
    const baseUrl = `${address}/candidates/${encodeURIComponent(model)}/v1`;
    return { vendor: ownVendorName, model, baseUrl, headers: { authorization: `Bearer ${this.own.internalToken()}` } };
  }

  private learn(model: string, form: QuestionForm): void {
    if (this.forms.size >= learnedFormsMax) {
      this.forms.clear();
    }
    this.forms.set(model, form);
  }
}
