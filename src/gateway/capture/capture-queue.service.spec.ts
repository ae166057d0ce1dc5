// The queue on stores in memory: what is kept, what is dropped, and what a failing store may not do.

import { aCapturedCall, CaptureDesk } from '../../../test/builders/captured-calls.js';
import type { Exchange } from '../../exchanges/exchange.js';

const idsOf = (exchanges: readonly Exchange[]) => exchanges.map((one) => one.id);

describe('the capture queue', () => {
  it('drops the oldest beyond its bound, and counts them', async () => {
    const desk = new CaptureDesk({ captureQueueMax: 3 });
    for (let count = 0; count < 5; count += 1) {
      desk.queue.call(aCapturedCall({ id: `exc_${count}` }));
    }
    await desk.queue.flush();
    expect(idsOf(desk.stored)).toEqual(['exc_2', 'exc_3', 'exc_4']);
    expect(desk.dropped).toEqual({ 'queue-full': 2 });
  });

  it('is bounded in bytes too', async () => {
    const desk = new CaptureDesk({ captureQueueMax: 1000 });
    for (let count = 0; count < 5; count += 1) {
      desk.queue.call(aCapturedCall({ id: `exc_${count}`, response: Buffer.alloc(20 * 1024 * 1024) }));
    }
    expect(desk.queue.waiting).toBe(3);
    await desk.queue.flush();
    expect(desk.dropped).toEqual({ 'queue-full': 2 });
  });

  it('writes the same calls again after a failure, in their order', async () => {
    const desk = new CaptureDesk({});
    desk.isBroken = true;
    desk.queue.call(aCapturedCall({ id: 'exc_1' }));
    expect(await desk.queue.flush()).toBe(false);
    desk.queue.call(aCapturedCall({ id: 'exc_2' }));
    desk.isBroken = false;
    expect(await desk.queue.flush()).toBe(true);
    expect(idsOf(desk.stored)).toEqual(['exc_1', 'exc_2']);
  });

  it('empties itself when the process stops, and counts what the store would not take', async () => {
    const desk = new CaptureDesk({});
    desk.queue.call(aCapturedCall({ id: 'exc_1' }));
    await desk.queue.beforeApplicationShutdown();
    expect(idsOf(desk.stored)).toEqual(['exc_1']);
    desk.isBroken = true;
    desk.queue.call(aCapturedCall({ id: 'exc_2' }));
    await desk.queue.onApplicationShutdown();
    expect(desk.dropped).toEqual({ shutdown: 1 });
  });

  it('cuts bodies at their limit and says so', async () => {
    const desk = new CaptureDesk({ captureBodyBytesMax: 10 });
    desk.queue.call(aCapturedCall({ id: 'exc_1', responseTruncated: false }));
    await desk.queue.flush();
    expect(desk.stored[0]).toMatchObject({ truncated: true });
    expect(desk.stored[0]?.request).toHaveLength(10);
  });
});
