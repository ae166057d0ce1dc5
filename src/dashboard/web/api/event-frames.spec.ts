import { type EventFrame, eventFrames } from './event-frames';

async function framesOf(...pieces: readonly string[]): Promise<EventFrame[]> {
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (const piece of pieces) {
        controller.enqueue(new TextEncoder().encode(piece));
      }
      controller.close();
    },
  });
  const frames: EventFrame[] = [];
  for await (const frame of eventFrames(body)) {
    frames.push(frame);
  }
  return frames;
}

describe('frames of a stream', () => {
  it('carry their cursor and their data, whatever the event is called', async () => {
    expect(await framesOf('id: 7\nevent: project.edited\ndata: {"a":1}\n\n')).toEqual([{ id: '7', data: '{"a":1}' }]);
  });

  it('are put together again where the network cut them', async () => {
    expect(await framesOf('id: 7\nda', 'ta: x\n', '\nid: 8\ndata: y\n\n')).toEqual([
      { id: '7', data: 'x' },
      { id: '8', data: 'y' },
    ]);
  });

  it('are signs of life without data where they are comments', async () => {
    expect(await framesOf(': heartbeat\n\n')).toEqual([{ id: null, data: '' }]);
  });

  it('that were never finished are not told', async () => {
    expect(await framesOf('id: 7\ndata: x\n')).toEqual([]);
  });
});
