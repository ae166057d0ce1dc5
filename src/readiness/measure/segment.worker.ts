// The thread in which segments are measured and data sets judged, one task after the other, so that the service goes on
// answering.
import { parentPort } from 'node:worker_threads';
import { SegmentJudge } from './judge-segments.client.js';
import { SegmentMeasurer } from './measure-segment.client.js';
import type { SegmentAnswer, SegmentOrder, SegmentWork } from './segment-orders.js';

const port = parentPort;
if (port === null) {
  throw new Error('segment.worker runs in a worker thread only');
}

interface Task {
  take(order: SegmentOrder): Promise<SegmentAnswer>;
}

function begin(work: SegmentWork, folder: string): Task {
  return work.kind === 'measure'
    ? measuring(new SegmentMeasurer(work.options, folder))
    : judging(new SegmentJudge(work.question, folder, work.expectedRows));
}

function measuring(measurer: SegmentMeasurer): Task {
  return {
    take: async (order) => {
      if (order.kind !== 'rows') {
        return { kind: 'measured', measured: await measurer.end() };
      }
      measurer.add(order.rows);
      return { kind: 'taken' };
    },
  };
}

function judging(judge: SegmentJudge): Task {
  return {
    take: async (order) => {
      if (order.kind !== 'segment') {
        return { kind: 'judged', measurement: await judge.end() };
      }
      await judge.add(order.segment);
      return { kind: 'taken' };
    },
  };
}

let task: Task | null = null;

async function carryOut(order: SegmentOrder): Promise<SegmentAnswer> {
  if (order.kind === 'begin') {
    task = begin(order.work, order.folder);
    return { kind: 'taken' };
  }
  if (task === null) {
    throw new RangeError('no task was begun');
  }
  const answer = await task.take(order);
  if (answer.kind !== 'taken') {
    task = null;
  }
  return answer;
}

// A refusal of this listener ends the thread, and whoever waits hears of it.
port.on('message', async (order: SegmentOrder) => {
  port.postMessage(await carryOut(order));
});
