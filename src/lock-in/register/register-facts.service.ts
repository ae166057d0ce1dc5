// What the register says becomes facts: with each measurement, and whenever the register changes.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { StandingAlerts } from '../alerts/standing-alerts.service.js';
import type { FactDraft } from '../facts/new-facts.js';
import { RecordFacts } from '../facts/record-facts.service.js';
import { dayMs } from '../in-words.js';
import { DocumentStore } from '../inputs/document-store.js';
import { KeepSources } from '../measure/keep-sources.js';
import type { Fact } from '../score/fact.js';
import { declaredFacts } from './declared-facts.js';
import { type KeptSources, newestSources, sourcesKind } from './kept-sources.js';
import { ProjectPictures } from './project-picture.js';
import { registerOf } from './register-document.js';
import { RegisterStore } from './register-store.js';

@Injectable()
export class RegisterFacts extends KeepSources {
  constructor(
    @Inject(RegisterStore) private readonly register: RegisterStore,
    @Inject(ProjectPictures) private readonly pictures: ProjectPictures,
    @Inject(DocumentStore) private readonly documents: DocumentStore,
    private readonly facts: RecordFacts,
    private readonly alerts: StandingAlerts,
    @Inject(Clock) private readonly clock: Clock,
  ) {
    super();
  }

  /** Keeps what was looked at, and declares what the register says in its light. */
  async keep(projectId: string, value: KeptSources): Promise<void> {
    const updatedAt = this.clock.now();
    const updatedBy = 'system';
    await this.documents.put({ projectId, kind: sourcesKind, id: newestSources, value, updatedBy, updatedAt });
    await this.declare(projectId);
    await this.alerts.remember(projectId, updatedAt);
  }

  async declare(projectId: string): Promise<readonly Fact[]> {
    const documents = await this.register.latest(projectId);
    const register = registerOf(documents);
    const picture = register.arrangements.length === 0 ? null : await this.pictures.of(projectId, this.clock.now());
    if (picture === null || picture.sourceClosedAt !== null) {
      return [];
    }
    const own = new Set(documents.map(({ id }) => id));
    const news = declaredFacts(register, picture).flatMap((draft) => {
      const known = picture.facts.get(draft.indicatorId);
      const isOwn = known?.evidence.some((one) => own.has(one)) === true;
      return newsOf(draft, known, isOwn);
    });
    return this.facts.add(projectId, news);
  }
}

/**
 * Something else than what rules, or the same said again a day later. What the register itself said last gives way to what
 * it says now, also where the worst arrangement left and an older statement of another one is the worst again.
 */
function newsOf(draft: FactDraft, known: Fact | undefined, isKnownOwn: boolean): readonly FactDraft[] {
  if (known === undefined) {
    return [draft];
  }
  const isOther =
    known.value !== draft.value ||
    known.basis !== draft.basis ||
    known.validUntil !== draft.validUntil ||
    known.recordedBy !== draft.recordedBy;
  if (draft.observedAt >= known.observedAt) {
    return isOther || draft.observedAt - known.observedAt >= dayMs ? [draft] : [];
  }
  return isKnownOwn && known.value !== draft.value ? [{ ...draft, observedAt: known.observedAt }] : [];
}
