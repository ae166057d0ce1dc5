// A thread of the row pass: it reads the pieces it is given and tells one state when they are over.
import { parentPort, workerData } from 'node:worker_threads';
import { RowPass } from './row-pass.client.js';
import type { RowPassAnswer, RowPassJob, RowPassOrder } from './row-pass-orders.js';

const port = parentPort;
if (port === null) {
  throw new Error('row-pass.worker runs in a worker thread only');
}
const tell = (answer: RowPassAnswer, buffers: ArrayBuffer[] = []) => port.postMessage(answer, buffers);
const pass = new RowPass(workerData as RowPassJob, (facts) => tell({ kind: 'facts', facts }));
// A refusal of this listener ends the thread, and whoever waits hears of it.
port.on('message', async (order: RowPassOrder) => {
  if (order.kind === 'piece') {
    const rows = pass.read(order);
    tell({ kind: 'read', buffer: order.buffer, rows }, [order.buffer]);
  } else if (order.kind === 'end') {
    tell({ kind: 'ended', ...pass.end() });
  } else {
    tell({ kind: 'told', fold: await pass.tellLanguages(order.rows) });
    port.close();
  }
});
