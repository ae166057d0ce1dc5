// Takes in what traffic brought: each captured call once, as a row or as the reason why it is none.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { type CapturedExchange, exampleFromExchange } from '../rows/example-from-exchange.js';
import { type CapturedResult, ExampleStore } from '../rows/example-store.js';

const batchSize = 200;

@Injectable()
export class TakeCaptured {
  constructor(
    @Inject(ExampleStore) private readonly examples: ExampleStore,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Hand in exchanges with greater ids only; null: all. */
  upTo(projectId: string): Promise<string | null> {
    return this.examples.resumeAfter(projectId);
  }

  /** Oldest first; seen ones may come again. */
  async take(projectId: string, captured: AsyncIterable<CapturedExchange>): Promise<void> {
    let results: CapturedResult[] = [];
    const flush = async () => {
      await this.examples.takeCaptured({ projectId, results, at: this.clock.now() });
      results = [];
    };
    for await (const exchange of captured) {
      results.push({ exchangeId: exchange.id, at: exchange.at, result: exampleFromExchange(exchange) });
      if (results.length === batchSize) {
        await flush();
      }
    }
    await flush();
  }
}
