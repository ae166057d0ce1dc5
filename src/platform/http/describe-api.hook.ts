// The OpenAPI 3.1 document at /openapi.json and the reference page at /docs: the front door for who reads first.
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, type OpenAPIObject, SwaggerModule } from '@nestjs/swagger';
import { problemTypes } from './problem-types.js';

const description = [
  'Openward moves AI projects from a closed model to an open one. Every answer that is not a success is a problem',
  'document (RFC 9457) whose `type` is explained at `/problems`. Commands carry `Idempotency-Key` and, where they move',
  'state, `If-Match`.',
].join(' ');

const problemSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'instance'],
  properties: {
    type: { type: 'string', examples: ['/problems/stale-version'] },
    title: { type: 'string' },
    status: { type: 'integer', examples: [412] },
    detail: { type: 'string', description: 'What happened and what to do.' },
    instance: { type: 'string', description: 'The id of the request, as in `X-Request-Id` and the log.' },
    acceptedCommands: { type: 'array', items: { type: 'string' } },
    blockers: { type: 'array', items: { $ref: '#/components/schemas/BlockerResponse' } },
    errors: {
      type: 'array',
      items: { type: 'object', properties: { pointer: { type: 'string' }, reason: { type: 'string' } } },
    },
    currentVersion: { type: 'integer' },
  },
};

interface Operation {
  readonly responses: Record<string, { readonly description?: string; readonly content?: unknown }>;
  readonly parameters?: readonly { readonly name: string; readonly in: string; readonly required?: boolean }[];
  readonly requestBody?: unknown;
  readonly [extension: `x-${string}`]: unknown;
}

function isOperation(value: unknown): value is Operation {
  return typeof value === 'object' && value !== null && 'responses' in value;
}

/** Which refusals an operation may answer with: by what it takes, and by whether it may change something. */
export function refusalStatuses(operation: Operation, method: string): number[] {
  const takes = (where: string) => (operation.parameters ?? []).some((one) => one.in === where);
  const named = (name: string) => (operation.parameters ?? []).some((one) => one.name === name);
  const roles = operation['x-roles'];
  const isOpen = Array.isArray(roles) && roles.includes('anonymous');
  const isChange = method !== 'get';
  const hasBody = operation.requestBody !== undefined;
  return [
    ...(isOpen ? [] : [401, 403, 503]),
    ...(takes('path') ? [404] : []),
    ...(takes('query') || takes('header') || hasBody ? [400] : []),
    ...(hasBody ? [413, 415] : []),
    ...(isChange && takes('path') ? [409] : []),
    ...(named('If-Match') ? [412, 428] : []),
    ...(named('Idempotency-Key') ? [409, 422] : []),
  ];
}

/** A success that the framework assumed beside the ones that are described. */
function dropAssumedSuccess(operation: Operation): void {
  const described = Object.values(operation.responses).some((one) => one.content !== undefined);
  const assumed = operation.responses['200'];
  if (described && assumed !== undefined && assumed.content === undefined && operation.responses['202'] !== undefined) {
    delete operation.responses['200'];
  }
}

function titleOf(status: number): string {
  const titles = Object.values(problemTypes)
    .filter((one) => one.status === status)
    .map((one) => one.title);
  return titles.length > 0 ? titles.join('; ') : 'Problem';
}

/** Adds the refusals to every operation, so that no answer is undocumented. */
export function withProblems(document: OpenAPIObject): OpenAPIObject {
  for (const path of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(path)) {
      if (!isOperation(operation)) {
        continue;
      }
      dropAssumedSuccess(operation);
      for (const status of refusalStatuses(operation, method)) {
        operation.responses[status] ??= {
          description: titleOf(status),
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        };
      }
    }
  }
  const schemas = { ...document.components?.schemas, Problem: problemSchema };
  return { ...document, components: { ...document.components, schemas } } as OpenAPIObject;
}

export function describeApi(app: NestFastifyApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setTitle('Openward')
    .setDescription(description)
    .setVersion('0.1.0')
    .setOpenAPIVersion('3.1.0')
    .addBearerAuth({ type: 'http', scheme: 'bearer', description: 'An API token: owd_…' }, 'token')
    .build();
  const document = withProblems(SwaggerModule.createDocument(app, config));
  SwaggerModule.setup('docs', app, document, {
    jsonDocumentUrl: 'openapi.json',
    raw: ['json'],
    customSiteTitle: 'Openward API',
    swaggerOptions: { persistAuthorization: false, tagsSorter: 'alpha' },
  });
  return document;
}
