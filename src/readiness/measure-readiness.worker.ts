// The thread in which a data set is measured, so that the service goes on answering. Rows arrive in pages; when the last
// one has been told, it measures, answers and ends.
import { parentPort, workerData } from 'node:worker_threads';
import { measureReadiness, type ReadinessMeasurement, type ReadinessQuestion } from './measure-readiness.js';
import type { Example } from './rows/example.js';

export type ReadinessOrder =
  | { readonly kind: 'rows'; readonly rows: readonly Example[] }
  | { readonly kind: 'measure' };

export interface ReadinessAnswer {
  readonly kind: 'measured';
  readonly measurement: ReadinessMeasurement;
}

const port = parentPort;
if (port === null) {
  throw new Error('measure-readiness.worker runs in a worker thread only');
}
const rows: Example[] = [];
port.on('message', (order: ReadinessOrder) => {
  if (order.kind === 'rows') {
    for (const row of order.rows) {
      rows.push(row);
    }
    return;
  }
  const answer: ReadinessAnswer = {
    kind: 'measured',
    measurement: measureReadiness(rows, workerData as ReadinessQuestion),
  };
  port.postMessage(answer);
  port.close();
});
