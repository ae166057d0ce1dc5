// Commands: what a person asks of a project. Nothing is shown as done before the service says so; a version that is no
// longer the newest is refused by the service, and its words are shown.
import { useQueryClient } from '@tanstack/react-query';
import { api, orderKey, type Schemas, taken } from './client';
import { keys } from './queries';

export type CommandAnswer = Schemas['CommandResponse'];

export interface Order {
  readonly command: string;
  readonly version: number;
  readonly needsIfMatch: boolean;
  readonly body: Readonly<Record<string, unknown>>;
}

/** @returns carries an order out; rejects with the service's refusal */
export function useOrder(projectId: string): (order: Order) => Promise<CommandAnswer> {
  const queries = useQueryClient();
  return async ({ command, version, needsIfMatch, body }) => {
    const headers = { 'Idempotency-Key': orderKey(), ...(needsIfMatch ? { 'If-Match': `"v${version}"` } : {}) };
    const path = `/v1/projects/${projectId}/commands/${command}` as '/v1/projects/{projectId}/commands/advance';
    const answer = await taken(api.POST(path, { headers, body } as never));
    await queries.invalidateQueries({ queryKey: keys.project(projectId) });
    await queries.invalidateQueries({ queryKey: keys.board });
    return answer as CommandAnswer;
  };
}
