// The outbound rules by ranges of addresses. Text is parsed once, by the URL parser that the connector uses too, so
// that decimal, octal, short, full-width and backslash forms are judged as the address they mean.
// Special ranges: IANA's registries as ipaddr.js holds them; for IPv6 only 2000::/3 is in public use at all.
// A forward proxy would resolve names out of our sight: behind one, its own list is the guard, not this one.
import { isIP } from 'node:net';
import { Inject, Injectable } from '@nestjs/common';
import ipaddr from 'ipaddr.js';
import type { FieldFault } from '../kernel/refusal.js';
import { Configuration } from '../platform/config/configuration.dto.js';
import { OutboundRules, type OutboundTarget } from './outbound-rules.js';

const baseUrlPointer = '/baseUrl';
const baseUrlLengthMax = 500;
const publicIpv6 = ipaddr.IPv6.parse('2000::');
const publicIpv6PrefixBits = 3;
const httpsPort = 443;
const httpPort = 80;
/** Ports below this one belong to other protocols (mail, names, databases of old): https alone is spoken there. */
const unprivilegedPortMin = 1024;

/** Whether the text is an address that anybody on the internet may route to. */
export function isPublicAddress(text: string): boolean {
  if (isIP(text) === 0) {
    return false;
  }
  const address = ipaddr.parse(text);
  if (address.range() !== 'unicast') {
    return false;
  }
  return address instanceof ipaddr.IPv6 ? address.match(publicIpv6, publicIpv6PrefixBits) : true;
}

/** Without brackets and without the dot that marks a name as complete. */
function plainHost(host: string): string {
  return host
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/\.$/, '');
}

function targetOf(url: URL): OutboundTarget {
  const usual = url.protocol === 'http:' ? httpPort : httpsPort;
  return { host: plainHost(url.hostname), port: url.port === '' ? usual : Number(url.port) };
}

function listed(entry: string): string {
  const match = /^(.+):(\d{1,5}|\*)$/.exec(entry.trim());
  const [, host, port] = match ?? [];
  if (host === undefined || port === undefined) {
    throw new Error(`outbound.allowedPrivateTargets: "${entry}" is not host:port (or host:* for every port)`);
  }
  return `${plainHost(host)}:${port}`;
}

function faultOfForm(url: URL): string | null {
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return 'must begin with https://';
  }
  if (url.username !== '' || url.password !== '') {
    return 'must not hold a user or a password: name the key by apiKeyRef';
  }
  if (url.search !== '' || url.hash !== '' || url.href.includes('?') || url.href.includes('#')) {
    return 'must not hold a query or a fragment';
  }
  return plainHost(url.hostname) === '' || url.port === '0' ? 'must name a host and, if any, a port that exists' : null;
}

@Injectable()
export class ConfiguredOutboundRules extends OutboundRules {
  private readonly allowed: ReadonlySet<string>;

  constructor(@Inject(Configuration) configuration: Pick<Configuration, 'outbound'>) {
    super();
    this.allowed = new Set(configuration.outbound.allowedPrivateTargets.map(listed));
  }

  checkBaseUrl(text: string): string | FieldFault {
    const url = text.length <= baseUrlLengthMax && URL.canParse(text) ? new URL(text) : null;
    if (url === null) {
      return { pointer: baseUrlPointer, reason: 'is not a URL such as https://api.example.com/v1' };
    }
    const reason = faultOfForm(url) ?? this.faultOfTarget(url);
    return reason === null ? `${url.origin}${url.pathname.replace(/\/+$/, '')}` : { pointer: baseUrlPointer, reason };
  }

  mayConnect(address: string, target: OutboundTarget): boolean {
    if (isIP(address) === 0) {
      return false;
    }
    return isPublicAddress(address) || this.isListed(target) || this.isListed({ host: address, port: target.port });
  }

  mayBePlain(target: OutboundTarget): boolean {
    return this.isListed(target);
  }

  private isListed({ host, port }: OutboundTarget): boolean {
    const plain = plainHost(host);
    return this.allowed.has(`${plain}:${port}`) || this.allowed.has(`${plain}:*`);
  }

  private faultOfTarget(url: URL): string | null {
    const target = targetOf(url);
    if (this.isListed(target)) {
      return null;
    }
    if (url.protocol === 'http:') {
      return 'must begin with https:// (plain http is for targets in outbound.allowedPrivateTargets)';
    }
    if (target.port !== httpsPort && target.port < unprivilegedPortMin) {
      return `must use port 443 or one from ${unprivilegedPortMin} on`;
    }
    const isLocalName = target.host === 'localhost' || target.host.endsWith('.localhost');
    if (isLocalName || (isIP(target.host) !== 0 && !isPublicAddress(target.host))) {
      return 'must be a public address, or be listed in outbound.allowedPrivateTargets';
    }
    return null;
  }
}
