import { QueryClient } from '@tanstack/react-query';
import { type CommandAnswer, carryOut, type OrderSent } from './orders';
import { keys } from './queries';

const projectId = 'prj_a';
const shown = [keys.of(projectId, 'status'), keys.board, keys.of('prj_b', 'status')];
const order = { command: 'advance', version: 7, needsIfMatch: true, body: { reason: 'It is time.' } };

/** A service that answers with this, and what it was sent. */
function answering(status: number, body: { data?: CommandAnswer; error?: unknown }) {
  const sent: (OrderSent & { path: string })[] = [];
  const post = (path: string, what: OrderSent) => {
    sent.push({ path, ...what });
    return Promise.resolve({ ...body, response: new Response(null, { status }) });
  };
  const queries = new QueryClient();
  for (const key of shown) {
    queries.setQueryData(key, {});
  }
  const stale = () => shown.map((key) => queries.getQueryState(key)?.isInvalidated);
  return { place: { projectId, queries, post }, sent, stale };
}

describe('an order', () => {
  const answer = { version: 8 } as CommandAnswer;

  it('names the version that was looked at, and a key of its own each time', async () => {
    const { place, sent } = answering(200, { data: answer });
    expect(await carryOut(order, place)).toBe(answer);
    await carryOut({ ...order, needsIfMatch: false }, place);
    expect(sent[0]).toMatchObject({ path: '/v1/projects/prj_a/commands/advance', body: { reason: 'It is time.' } });
    expect(sent.map(({ headers }) => headers['If-Match'])).toEqual(['"v7"', undefined]);
    expect(new Set(sent.map(({ headers }) => headers['Idempotency-Key'])).size).toBe(2);
  });

  it('makes its project and the board stale once it is taken, and no other project', async () => {
    const { place, stale } = answering(200, { data: answer });
    await carryOut(order, place);
    expect(stale()).toEqual([true, true, false]);
  });

  it('that is refused says so in the service’s words and leaves what is shown', async () => {
    const { place, stale } = answering(412, { error: { detail: 'The project is at version 8.' } });
    await expect(carryOut(order, place)).rejects.toThrow('The project is at version 8.');
    expect(stale()).toEqual([false, false, false]);
  });
});
