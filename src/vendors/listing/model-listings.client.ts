// Asks a vendor for its list of models, through the same guarded way out as every call.
import { Inject, Injectable } from '@nestjs/common';
import { sha256Hex } from '../../kernel/digest.js';
import { isRefusal, type Refusal, refusal } from '../../kernel/refusal.js';
import { Upstreams } from '../upstreams.js';
import { type ModelListing, ModelListings } from './model-listings.js';
import { readModelListing } from './read-model-listing.js';

const listBytesMax = 4 * 1024 * 1024;
const listTimeoutMs = 30_000;
const okStatus = 200;

@Injectable()
export class UpstreamModelListings extends ModelListings {
  constructor(@Inject(Upstreams) private readonly upstreams: Upstreams) {
    super();
  }

  async of(vendor: string): Promise<ModelListing | Refusal> {
    const upstream = await this.upstreams.resolve({ vendor, model: '' });
    if (isRefusal(upstream)) {
      return upstream;
    }
    const pieces: Buffer[] = [];
    const request = {
      upstream,
      method: 'GET',
      path: '/models',
      headers: { accept: 'application/json' },
      body: null,
      signal: new AbortController().signal,
      responseBytesMax: listBytesMax,
      totalTimeoutMs: listTimeoutMs,
    };
    const outcome = await this.upstreams.dispatch(request, {
      onHead: () => undefined,
      onData: (chunk) => {
        pieces.push(chunk);
      },
    });
    if (outcome.kind === 'failed' || outcome.status !== okStatus) {
      const why = outcome.kind === 'failed' ? outcome.reason : `status ${outcome.status}`;
      return refusal('upstream-unreachable', `The vendor ${vendor} gave no list of models: ${why}.`);
    }
    const body = Buffer.concat(pieces);
    const models = readModelListing(body.toString('utf8'));
    return models === null || models.length === 0
      ? refusal('upstream-unreachable', `What the vendor ${vendor} answered is no list of models.`)
      : { models, digest: `sha256:${sha256Hex(body)}` };
  }
}
