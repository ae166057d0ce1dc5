import { sha256Hex } from '../../src/kernel/digest.js';
import { StudentTrainer, type TrainedArtefact, type TrainingOrder } from '../../src/training/student-trainer.js';

/** Trains nothing: waits until it is told how the training ended. */
export class FakeStudentTrainer extends StudentTrainer {
  readonly orders: TrainingOrder[] = [];
  private readonly waiting: ((end: Error | Buffer) => void)[] = [];

  train(order: TrainingOrder): Promise<TrainedArtefact> {
    this.orders.push(order);
    return new Promise((resolve, reject) => {
      order.signal.addEventListener('abort', () => reject(new Error('the training was cancelled')));
      this.waiting.push((end) => {
        if (end instanceof Error) {
          reject(end);
          return;
        }
        const digest = `sha256:${sha256Hex(end)}`;
        resolve({ content: end, digest, trainRows: order.rows.length, trainSeconds: 1.5 });
      });
    });
  }

  /** Resolves when that many trainings have begun. */
  async begun(count: number): Promise<void> {
    while (this.orders.length < count) {
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  end(result: Error | Buffer): void {
    this.waiting.shift()?.(result);
  }
}
