// Who does the measuring: a thread of its own in the service, the function itself in tests.
import type { ReadinessMeasurement, ReadinessQuestion } from './measure-readiness.js';
import type { Example } from './rows/example.js';

export abstract class ReadinessMeter {
  /** Throws when the measurement could not be carried through. @param pages all rows of the project, in any order */
  abstract measure(
    pages: AsyncIterable<readonly Example[]>,
    question: ReadinessQuestion,
  ): Promise<ReadinessMeasurement>;
}
