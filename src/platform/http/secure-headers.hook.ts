// Headers that keep a browser from being talked into anything: nothing inline, nothing framed, nothing sniffed.
import helmet from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';

export async function secureHeaders(fastify: FastifyInstance): Promise<void> {
  // Nest and the plugin each bring their own copy of the instance's type.
  await (fastify.register as (plugin: unknown, options: unknown) => PromiseLike<unknown>)(helmet, {
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The API reference page sets styles from its script.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:'],
        objectSrc: ["'none'"],
        frameAncestors: ["'none'"],
        // The service itself speaks plain HTTP; a proxy before it decides on TLS.
        upgradeInsecureRequests: null,
      },
    },
    frameguard: { action: 'deny' },
    strictTransportSecurity: { maxAge: 31_536_000, includeSubDomains: true },
  });
}
