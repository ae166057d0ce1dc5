import { Injectable } from '@nestjs/common';
import { ModelCatalog } from '../../catalog/model-catalog.js';
import type { Exchange } from '../../exchanges/exchange.js';
import { ExchangeStore } from '../../exchanges/exchange-store.js';

const pageOfExchanges = 200;

/** What readiness is measured on and against, from the rooms that know it. */
@Injectable()
export class ReadinessSources {
  constructor(
    private readonly exchanges: ExchangeStore,
    private readonly catalog: ModelCatalog,
  ) {}

  /** Null where the catalogue does not know the model. */
  contextTokens(model: string): number | null {
    return this.catalog.find(model)?.contextTokens ?? null;
  }

  async *captured(projectId: string, after: string | null): AsyncGenerator<Exchange> {
    let afterId = after;
    for (;;) {
      const page = await this.exchanges.trainable({ projectId, afterId, limit: pageOfExchanges });
      yield* page;
      const last = page.at(-1);
      if (last === undefined || page.length < pageOfExchanges) {
        return;
      }
      afterId = last.id;
    }
  }
}
