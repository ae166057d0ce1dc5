// Adds facts, and knows which of them rule.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { IdSource } from '../../kernel/ids.js';
import { type Fact, rulingFacts } from '../score/fact.js';
import { FactStore } from './fact-store.js';
import type { FactDraft } from './new-facts.js';

const noFacts: ReadonlyMap<string, Fact> = new Map();

@Injectable()
export class RecordFacts {
  constructor(
    @Inject(FactStore) private readonly store: FactStore,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
  ) {}

  async add(projectId: string, drafts: readonly FactDraft[]): Promise<readonly Fact[]> {
    const recordedAt = this.clock.now();
    const ruling = drafts.length === 0 ? noFacts : await this.ruling(projectId, recordedAt);
    const facts = drafts.map((draft): Fact => {
      const known = ruling.get(draft.indicatorId);
      const supersedes = known !== undefined && known.observedAt <= draft.observedAt ? known.id : null;
      return { ...draft, id: this.ids.next('fct'), recordedAt, supersedes };
    });
    await this.store.add(projectId, facts);
    return facts;
  }

  /** By indicator, as it was known at that time, ms. */
  async ruling(projectId: string, at: number): Promise<ReadonlyMap<string, Fact>> {
    return rulingFacts(await this.store.newest(projectId, at), at);
  }
}
