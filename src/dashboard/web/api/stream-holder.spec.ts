// Where the browser has no locks, as here, each tab holds a stream of its own: the stream itself is the same.
import type { News } from './news';
import { StreamHolder } from './stream-holder';

interface Asked {
  readonly cursor: string | null;
}

const [fetchBefore, navigatorBefore] = [globalThis.fetch, globalThis.navigator];

/** What each connection is answered with, in order; the last one stays open until it is given up. */
function answering(...answers: readonly (string | number)[]): { asked: Asked[] } {
  const asked: Asked[] = [];
  globalThis.fetch = (async (
    _: string,
    { headers, signal }: { headers: Record<string, string>; signal: AbortSignal },
  ) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)];
    const isLast = asked.length >= answers.length - 1;
    asked.push({ cursor: headers['last-event-id'] ?? null });
    if (typeof answer === 'number') {
      return new Response('', { status: answer });
    }
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode(answer));
        if (isLast) {
          signal.addEventListener('abort', () => controller.error(new Error('given up')));
        } else {
          controller.close();
        }
      },
    });
    return new Response(body);
  }) as typeof fetch;
  return { asked };
}

describe('the stream of events', () => {
  let holder: StreamHolder;
  let heard: News[];
  const hear = async (wanted: (news: readonly News[]) => boolean) => {
    while (!wanted(heard)) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };

  beforeEach(() => {
    Object.defineProperty(globalThis, 'navigator', { value: {}, configurable: true });
    heard = [];
    holder = new StreamHolder((news) => heard.push(news));
  });

  afterEach(() => {
    holder.rest();
    globalThis.fetch = fetchBefore;
    Object.defineProperty(globalThis, 'navigator', { value: navigatorBefore, configurable: true });
  });

  it('tells which project changed, and of a beat that nothing did', async () => {
    answering('id: 1\ndata: {"projectId":"prj_a"}\n\nid: 2\ndata: {"other":1}\n\n: beat\ndata:\n\n');
    holder.wake();
    await hear((news) => news.length >= 4);
    expect(heard.slice(0, 4)).toEqual([
      { kind: 'beat' },
      { kind: 'changed', projectId: 'prj_a' },
      { kind: 'changed', projectId: null },
      { kind: 'beat' },
    ]);
  }, 20_000);

  it('says that it is lost, and goes on where it was left', async () => {
    const { asked } = answering('id: 7\ndata: {"projectId":"prj_a"}\n\n', 'id: 8\ndata: {"projectId":"prj_b"}\n\n');
    holder.wake();
    await hear((news) => news.some((one) => one.kind === 'changed' && one.projectId === 'prj_b'));
    expect(heard.map(({ kind }) => kind)).toEqual(['beat', 'changed', 'lost', 'beat', 'changed']);
    expect(asked).toEqual([{ cursor: null }, { cursor: '7' }]);
  }, 20_000);

  it('begins anew where the service no longer knows the place', async () => {
    const { asked } = answering('id: 7\ndata: {}\n\n', 410, 'id: 9\ndata: {}\n\n');
    holder.wake();
    await hear(() => asked.length === 3);
    expect(asked.map(({ cursor }) => cursor)).toEqual([null, '7', null]);
  }, 20_000);

  it('tells nothing any more once the tab rests', async () => {
    answering('id: 1\ndata: {"projectId":"prj_a"}\n\n');
    holder.wake();
    await hear((news) => news.length >= 2);
    holder.rest();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(heard.map(({ kind }) => kind)).toEqual(['beat', 'changed']);
  }, 20_000);
});
