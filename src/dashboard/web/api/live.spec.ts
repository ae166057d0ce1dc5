// A page that listens: what it takes for stale, and what it says of the stream. The browser's parts are as small as the
// page uses them; the stream is one that a test can break.
import { QueryClient } from '@tanstack/react-query';
import { listen, liveNow } from './live';
import { keys } from './queries';

type Told = (text: string) => void;

const before = { fetch: globalThis.fetch, navigator: globalThis.navigator, document: globalThis.document };
const put = (name: 'navigator' | 'document', value: unknown) =>
  Object.defineProperty(globalThis, name, { value, configurable: true });

/** The page's window: seen or hidden. */
class Screen {
  visibilityState = 'visible';
  private heard: (() => void) | null = null;

  addEventListener(_: string, heard: () => void): void {
    this.heard = heard;
  }

  removeEventListener(): void {
    this.heard = null;
  }

  turn(state: 'visible' | 'hidden'): void {
    this.visibilityState = state;
    this.heard?.();
  }
}

describe('a page that listens', () => {
  const status = (id: string) => keys.of(id, 'status');
  let queries: QueryClient;
  let screen: Screen;
  let streams: { tell: Told; break: () => void }[];
  let stop: () => void;

  const reached = async (fits: () => boolean) => {
    while (!fits()) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const isStale = (key: readonly string[]) => queries.getQueryState(key)?.isInvalidated === true;
  const show = () => {
    for (const key of [status('prj_a'), status('prj_b'), keys.board]) {
      queries.setQueryData(key, []);
    }
  };

  beforeEach(() => {
    queries = new QueryClient();
    show();
    screen = new Screen();
    streams = [];
    put('navigator', {});
    put('document', screen);
    globalThis.fetch = (async (_: string, { signal }: { signal: AbortSignal }) => {
      const body = new ReadableStream<Uint8Array>({
        start(controller) {
          signal.addEventListener('abort', () => controller.error(new Error('given up')));
          streams.push({
            tell: (text) => controller.enqueue(new TextEncoder().encode(text)),
            break: () => controller.error(new Error('broken')),
          });
        },
      });
      return new Response(body);
    }) as typeof fetch;
    stop = listen(queries);
  });

  afterEach(() => {
    stop();
    globalThis.fetch = before.fetch;
    put('navigator', before.navigator);
    put('document', before.document);
  });

  it('is live as soon as the stream is open, and asks anew for the project that the news are of', async () => {
    await reached(() => liveNow().state === 'live');
    streams[0]?.tell('id: 1\ndata: {"projectId":"prj_a"}\n\n');
    await reached(() => isStale(status('prj_a')));
    expect(isStale(status('prj_b'))).toBe(false);
    expect(liveNow().heardAt).not.toBeNull();
  }, 20_000);

  it('asks for the board where the news name no project', async () => {
    await reached(() => streams.length === 1);
    streams[0]?.tell('id: 1\ndata: {}\n\n');
    await reached(() => isStale(keys.board));
    expect(isStale(status('prj_a'))).toBe(false);
  }, 20_000);

  it('says that it polls while the stream is broken, and then asks for all that it may have missed', async () => {
    await reached(() => liveNow().state === 'live');
    streams[0]?.break();
    await reached(() => liveNow().state === 'polling');
    await reached(() => liveNow().state === 'live');
    expect([status('prj_a'), status('prj_b'), keys.board].map(isStale)).toEqual([true, true, true]);
  }, 20_000);

  it('rests while nobody sees it, and asks for everything when it is seen again', async () => {
    await reached(() => liveNow().state === 'live');
    screen.turn('hidden');
    show();
    screen.turn('visible');
    await reached(() => streams.length === 2);
    expect(isStale(status('prj_b'))).toBe(true);
  }, 20_000);
});
