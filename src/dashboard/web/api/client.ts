// The one door to the service: a client whose paths and bodies are those of its own OpenAPI document. The session is a
// cookie that scripts cannot read; changes carry a header that no other site can send.
import createClient from 'openapi-fetch';
import type { components, paths } from './openapi-types';

export type Schemas = components['schemas'];

/** A problem document of the service (RFC 9457). */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance?: string;
  readonly acceptedCommands?: readonly string[];
  readonly blockers?: readonly { readonly text: string; readonly remedy: string }[];
  readonly errors?: readonly { readonly pointer: string; readonly reason: string }[];
}

/** An answer that is no success, with the service's own words. */
export class ApiError extends Error {
  constructor(readonly problem: Problem) {
    super(problem.detail);
    this.name = 'ApiError';
  }
}

export const api = createClient<paths>({
  baseUrl: '',
  credentials: 'same-origin',
  headers: { 'X-Openward-Page': '1' },
});

const unreachable: Problem = {
  type: 'about:blank',
  title: 'The service cannot be reached',
  status: 0,
  detail: 'The service did not answer. Check that it runs; the page tries again by itself.',
};

interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of a success; throws an ApiError otherwise. */
export async function taken<Data>(asked: Promise<Answer<Data>>): Promise<Data> {
  let answer: Answer<Data>;
  try {
    answer = await asked;
  } catch {
    throw new ApiError(unreachable);
  }
  if (answer.error !== undefined || !answer.response.ok) {
    throw new ApiError(problemOf(answer));
  }
  return answer.data as Data;
}

function problemOf({ error, response }: Answer<unknown>): Problem {
  const said = typeof error === 'object' && error !== null ? (error as Partial<Problem>) : {};
  return {
    ...said,
    type: said.type ?? 'about:blank',
    title: said.title ?? 'The service refused',
    status: said.status ?? response.status,
    detail: said.detail ?? `The service answered with ${response.status}.`,
  };
}

/** A fresh key for each order, so that a repeated click or a lost answer never does it twice. */
export function orderKey(): string {
  return crypto.randomUUID();
}
