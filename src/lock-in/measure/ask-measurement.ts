// Leaves a measurement to be made: by whoever knows what a project is.

export const measureLockInTopic = 'lockin.measure';

export abstract class AskMeasurement {
  /** Soon, once, and in any process. */
  abstract ask(projectId: string): Promise<void>;
}
