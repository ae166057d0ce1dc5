// Commands: what a person asks of a project. Nothing is shown as done before the service says so; a version that is no
// longer the newest is refused by the service, and its words are shown.
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { api, orderKey, type Schemas, taken } from './client';
import { keys } from './queries';

export type CommandAnswer = Schemas['CommandResponse'];

export interface Order {
  readonly command: string;
  readonly version: number;
  readonly needsIfMatch: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface OrderPlace {
  readonly projectId: string;
  /** What is known of the project and the board is asked for anew once the service has taken the order. */
  readonly queries: QueryClient;
  readonly post: (path: string, sent: OrderSent) => Parameters<typeof taken<CommandAnswer>>[0];
}

export interface OrderSent {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

/** Carries an order out; rejects with the service's refusal, and then nothing that is shown changes. */
export async function carryOut(order: Order, { projectId, queries, post }: OrderPlace): Promise<CommandAnswer> {
  const { command, version, needsIfMatch, body } = order;
  const headers = { 'Idempotency-Key': orderKey(), ...(needsIfMatch ? { 'If-Match': `"v${version}"` } : {}) };
  const answer = await taken(post(`/v1/projects/${projectId}/commands/${command}`, { headers, body }));
  await queries.invalidateQueries({ queryKey: keys.project(projectId) });
  await queries.invalidateQueries({ queryKey: keys.board });
  return answer;
}

export function useOrder(projectId: string): (order: Order) => Promise<CommandAnswer> {
  const queries = useQueryClient();
  const post: OrderPlace['post'] = (path, sent) =>
    api.POST(path as '/v1/projects/{projectId}/commands/advance', sent as never) as ReturnType<OrderPlace['post']>;
  return (order) => carryOut(order, { projectId, queries, post });
}
