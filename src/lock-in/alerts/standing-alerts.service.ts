// The alerts of a project as they stand now.
import { Inject, Injectable } from '@nestjs/common';
import { ModelCatalog } from '../../catalog/model-catalog.js';
import { DayStore } from '../days/day-store.js';
import { dayMs } from '../in-words.js';
import { AlertAcknowledgementStore } from '../inputs/acknowledgement-store.js';
import { DocumentStore } from '../inputs/document-store.js';
import { knownNames } from '../measure/known-names.js';
import { comparedPrices } from '../measure/price-mix.js';
import { type KeptSources, newestSources, nothingGathered, sourcesKind } from '../register/kept-sources.js';
import { registerOf } from '../register/register-document.js';
import { RegisterStore } from '../register/register-store.js';
import { mergeTraffic, nothingSeen } from '../traffic/traffic-state.js';
import { TrafficStore } from '../traffic/traffic-store.js';
import { dayOf } from '../traffic/utc-day.js';
import { alertsOf, type KeptAlert, type RememberedAlert, rememberAlerts, type StandingAlert } from './alerts-of.js';
import { gatherAlertFacts } from './gather-alert-facts.js';
import { knownTexts } from './known-texts.js';
import { livesOf } from './lives-of.js';
import { rampOfRecord } from './ramp-of-record.js';

const windowDays = 30;
const memoryKind = 'alerts';
const memoryId = 'opened';
/** As the newest look found them, for lists over all projects. */
export const [keptAlertsKind, keptAlertsId] = ['standing-alerts', 'newest'];
/** Closed ones beyond it are forgotten, the oldest first. */
const rememberedMax = 500;

export interface SeenAlerts {
  readonly standing: readonly StandingAlert[];
  /** Oldest first. */
  readonly memory: readonly RememberedAlert[];
}

@Injectable()
export class StandingAlerts {
  constructor(
    @Inject(DocumentStore) private readonly documents: DocumentStore,
    @Inject(DayStore) private readonly days: DayStore,
    @Inject(AlertAcknowledgementStore) private readonly acknowledgements: AlertAcknowledgementStore,
    @Inject(RegisterStore) private readonly register: RegisterStore,
    @Inject(TrafficStore) private readonly traffic: TrafficStore,
    @Inject(ModelCatalog) private readonly catalog: ModelCatalog,
  ) {}

  /** Empty before the first measurement: nothing was looked at then. */
  async of(projectId: string, now: number): Promise<readonly StandingAlert[]> {
    const window = { projectId, fromDay: dayOf(now - (windowDays - 1) * dayMs), untilDay: dayOf(now) };
    const [kept, scores, acknowledged, documents, trafficDays, cursor] = await Promise.all([
      this.documents.find(projectId, sourcesKind, newestSources),
      this.days.scores(projectId, dayOf(now - windowDays * dayMs)),
      this.acknowledgements.list(projectId),
      this.register.latest(projectId),
      this.traffic.days(window),
      this.traffic.cursor(projectId),
    ]);
    if (kept === null) {
      return [];
    }
    const { sources, ramp = null } = (kept.value as KeptSources | undefined) ?? nothingGathered(now);
    const register = registerOf(documents);
    const traffic = trafficDays.reduce((sum, { state }) => mergeTraffic(sum, state), nothingSeen);
    const facts = gatherAlertFacts({
      now,
      sources,
      lives: livesOf(sources.catalog?.models ?? [], this.catalog),
      traffic,
      firstSeenAt: cursor.firstSeenAt,
      movingNames: knownNames(this.catalog).movingNames,
      days: scores,
      register,
      priceIndex30Days: comparedPrices(this.catalog, traffic, { now, monthsAgo: 1 }),
      texts: knownTexts(register, this.catalog),
      ramp: rampOfRecord(ramp, sources, this.catalog),
    });
    const acknowledgements = acknowledged.map(({ alertKey, ...one }) => ({ ...one, key: alertKey }));
    return alertsOf(facts, acknowledgements, now);
  }

  /** When each alert opened and closed, as the measurements saw it, oldest first. */
  async memory(projectId: string): Promise<readonly RememberedAlert[]> {
    const kept = await this.documents.find(projectId, memoryKind, memoryId);
    return (kept?.value as readonly RememberedAlert[] | undefined) ?? [];
  }

  /** Looks again, and notes what opened and what closed. @returns what stands, and the memory of it */
  async remember(projectId: string, now: number): Promise<SeenAlerts> {
    const [known, standing] = await Promise.all([this.memory(projectId), this.of(projectId, now)]);
    const memory = rememberAlerts(known, standing, now).slice(-rememberedMax);
    const openedAt = new Map(memory.filter((one) => one.closedAt === null).map((one) => [one.key, one.openedAt]));
    const kept = standing.map((alert): KeptAlert => ({ ...alert, openedAt: openedAt.get(alert.key) ?? null }));
    const by = { updatedBy: 'system', updatedAt: now };
    await this.documents.put({ projectId, kind: memoryKind, id: memoryId, value: memory, ...by });
    await this.documents.put({ projectId, kind: keptAlertsKind, id: keptAlertsId, value: kept, ...by });
    return { standing, memory };
  }
}
