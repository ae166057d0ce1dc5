// Changes of the register. Each is a new revision by a named person; the facts that follow from it are declared at once,
// and the score is measured again.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { IdSource } from '../../kernel/ids.js';
import { isRefusal, type Refusal, refusal } from '../../kernel/refusal.js';
import { AskMeasurement } from '../measure/ask-measurement.js';
import type { Arrangement, RegisterEntity } from './arrangement.js';
import { faultsOfArrangement } from './check-arrangement.js';
import { type BroughtEvidence, emptyExitPlan, exitPlanItems } from './exit-plan.js';
import {
  type ArrangementDocument,
  type EntityDocument,
  planDigest,
  type RegisterDocument,
} from './register-document.js';
import { RegisterFacts } from './register-facts.service.js';
import { RegisterStore } from './register-store.js';
import { type TermsReading, withReading } from './terms-reading.js';

export interface ChangeOf {
  readonly projectId: string;
  readonly arrangementId: string;
  /** Null: the caller named none. */
  readonly expectedVersion: number | null;
  readonly by: string;
}

const approvalMsMax = 366 * 86_400_000;
const broughtMax = 200;

@Injectable()
export class KeepRegister {
  constructor(
    @Inject(RegisterStore) private readonly store: RegisterStore,
    private readonly facts: RegisterFacts,
    @Inject(AskMeasurement) private readonly measurements: AskMeasurement,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
  ) {}

  async putEntity(projectId: string, entity: RegisterEntity, by: string): Promise<EntityDocument | Refusal> {
    const before = (await this.store.revisions(projectId, 'entity')).at(-1);
    const version = (before?.version ?? 0) + 1;
    return this.write(projectId, { kind: 'entity', id: 'entity', version, by, at: this.clock.now(), entity });
  }

  async add(projectId: string, arrangement: Arrangement, by: string): Promise<ArrangementDocument | Refusal> {
    const faults = faultsOfArrangement(arrangement);
    if (faults.length > 0) {
      return refusal('bad-request', 'The arrangement is faulty.', { fields: faults });
    }
    const mark = { id: this.ids.next('arr'), version: 1, by, at: this.clock.now() };
    return this.write(projectId, {
      ...mark,
      kind: 'arrangement',
      arrangement,
      toldBy: by,
      toldAt: mark.at,
      plan: emptyExitPlan,
      withdrawnBecause: null,
    });
  }

  async change(of: ChangeOf, arrangement: Arrangement): Promise<ArrangementDocument | Refusal> {
    const faults = faultsOfArrangement(arrangement);
    return faults.length > 0
      ? refusal('bad-request', 'The arrangement is faulty.', { fields: faults })
      : this.revise(of, (before) => ({ ...before, arrangement, toldBy: of.by, toldAt: this.clock.now() }));
  }

  async withdraw(of: ChangeOf, reason: string): Promise<ArrangementDocument | Refusal> {
    return this.revise(of, (before) => ({ ...before, withdrawnBecause: reason }));
  }

  async bring(of: ChangeOf, brought: Omit<BroughtEvidence, 'by' | 'at'>): Promise<ArrangementDocument | Refusal> {
    if (!exitPlanItems.some(({ number }) => number === brought.item)) {
      return refusal('not-found', 'An exit plan has the items 1 to 12.');
    }
    const at = this.clock.now();
    if (brought.validUntil !== null && brought.validUntil <= at) {
      const fields = [{ pointer: '/validUntil', reason: 'must lie ahead' }];
      return refusal('bad-request', 'The evidence is over already.', { fields });
    }
    return this.revise(of, (before) => {
      const kept = [...before.plan.brought, { ...brought, by: of.by, at }].slice(-broughtMax);
      return { ...before, plan: { ...before.plan, brought: kept } };
    });
  }

  /** The same digest says that the text stands; another one raises an alert until rights were judged by the new text. */
  async readTerms(of: ChangeOf, read: Omit<TermsReading, 'by' | 'at'>): Promise<ArrangementDocument | Refusal> {
    const reading = { ...read, by: of.by, at: this.clock.now() };
    return this.revise(of, (before) => ({
      ...before,
      termsReadings: withReading(before.termsReadings ?? [], reading),
    }));
  }

  /** Signs the plan as it is; whoever brought part of it does not approve it. */
  async approve(of: ChangeOf, validUntil: number): Promise<ArrangementDocument | Refusal> {
    const at = this.clock.now();
    if (!(validUntil > at && validUntil <= at + approvalMsMax)) {
      const fields = [{ pointer: '/validUntil', reason: 'must lie ahead, and at most a year' }];
      return refusal('bad-request', 'An approval needs an end.', { fields });
    }
    return this.revise(of, (before) => {
      if (before.plan.brought.length === 0) {
        return refusal('conflict', 'There is nothing to approve: no item of the plan has evidence yet.');
      }
      if (before.plan.brought.some(({ by }) => by === of.by)) {
        return refusal('forbidden', 'You brought part of this plan; another person has to approve it.');
      }
      const approval = { by: of.by, at, validUntil, planDigest: planDigest(before.arrangement, before.plan) };
      return { ...before, plan: { ...before.plan, approval } };
    });
  }

  private async revise(
    { projectId, arrangementId, expectedVersion, by }: ChangeOf,
    change: (before: ArrangementDocument) => ArrangementDocument | Refusal,
  ): Promise<ArrangementDocument | Refusal> {
    const before = (await this.store.revisions(projectId, arrangementId)).at(-1);
    if (before === undefined || before.kind !== 'arrangement' || before.withdrawnBecause !== null) {
      return refusal('not-found', 'The register of this project holds no such arrangement.');
    }
    if (expectedVersion === null) {
      return refusal('precondition-required', 'Send If-Match with the version that you looked at.');
    }
    if (expectedVersion !== before.version) {
      const currentVersion = before.version;
      return refusal('stale-version', `The arrangement is at version ${currentVersion} now.`, { currentVersion });
    }
    const after = change(before);
    return isRefusal(after)
      ? after
      : this.write(projectId, { ...after, version: before.version + 1, by, at: this.clock.now() });
  }

  private async write<Kind extends RegisterDocument>(projectId: string, document: Kind): Promise<Kind | Refusal> {
    if (!(await this.store.knowsProject(projectId))) {
      return refusal('not-found', 'There is no such project.');
    }
    if (!(await this.store.append(projectId, document))) {
      return refusal('conflict', 'Somebody changed it at the same moment; read it and decide again.');
    }
    await this.facts.declare(projectId);
    await this.measurements.ask(projectId);
    return document;
  }
}
