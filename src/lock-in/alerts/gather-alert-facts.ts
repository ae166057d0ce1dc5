// From what was kept of the last measurement to what the rules look at.

import { isPinned } from '../features/pinned-model.js';
import { featureSignals } from '../features/read-features.js';
import { newestDrill } from '../measured-fact.js';
import type { LockInSources } from '../measurement.js';
import { noticeByOf } from '../register/notice-by.js';
import type { Register } from '../register/register-document.js';
import { headlineBand } from '../score/bands.js';
import { featureReport } from '../traffic/feature-report.js';
import { ownServer } from '../traffic/read-exchange.js';
import type { TrafficState } from '../traffic/traffic-state.js';
import type { AlertFacts, HeldState, LifeOfModel } from './alert-facts.js';

export interface AlertSources {
  readonly now: number;
  readonly sources: LockInSources;
  readonly lives: readonly LifeOfModel[];
  readonly traffic: TrafficState;
  /** By id of the signal, ms, over all time. */
  readonly firstSeenAt: Readonly<Record<string, number>>;
  readonly movingNames: ReadonlySet<string>;
  readonly priceIndex30Days: AlertFacts['priceIndex30Days'];
  readonly days: readonly {
    readonly at: number;
    readonly score: number;
    readonly high: number;
    readonly confidence: number;
  }[];
  readonly register: Register;
  readonly texts: AlertFacts['texts'];
  readonly ramp: AlertFacts['ramp'];
}

/** Before the first measurement of the lead time: half a year. */
const usualLeadTimeDays = 180;

export function gatherAlertFacts(from: AlertSources): AlertFacts {
  const { now, sources, lives, traffic, days, register } = from;
  const features = featureReport(traffic, from.firstSeenAt);
  return {
    now,
    exitLeadTimeDays: sources.catalog?.exitLeadTimeDays ?? usualLeadTimeDays,
    models: lives,
    servedByOther: servedByOther(sources),
    fingerprints: Object.values(traffic.fingerprints).map(({ vendor, modelAsked, fingerprint, firstAt, lastAt }) => ({
      ...{ model: `${vendor}/${modelAsked}`, fingerprint, firstAt, lastAt },
    })),
    unpinnedInCriticalFlows: unpinned(from),
    features: features.flatMap(({ feature, portabilityClass, firstSeenAt, calls, sampleIds }) => {
      const portability = (['A', 'B', 'C', 'D'] as const).find((one) => one === portabilityClass);
      return portability === undefined ? [] : [{ feature, portability, firstAt: firstSeenAt, calls, sampleIds }];
    }),
    captureGap: captureGap(sources),
    priceIndex30Days: from.priceIndex30Days,
    history: days.map((day) => ({ at: day.at, score: day.score, band: headlineBand(day) })),
    confidence: days.at(-1)?.confidence ?? null,
    drills: sources.drills,
    contracts: register.arrangements.map((document) => ({
      arrangementId: document.id,
      contractRef: document.arrangement.contract.ref,
      noticeByAt: noticeByOf(document.arrangement),
    })),
    texts: from.texts,
    heldState: heldState(from),
    ramp: from.ramp,
  };
}

function servedByOther({ traffic }: LockInSources): AlertFacts['servedByOther'] {
  return traffic === null
    ? null
    : {
        calls: traffic.callsServedByOther,
        namingModel: traffic.callsNamingModel,
        sampleIds: traffic.sampleIds.servedByOther,
      };
}

/** Calls that say of themselves that they are critical; those of a critical project count as long as they say nothing. */
function unpinned({ traffic, sources, movingNames }: AlertSources): AlertFacts['unpinnedInCriticalFlows'] {
  const isCriticalProject = sources.catalog?.models.some((one) => one.isCritical) === true;
  const byModel = new Map<string, { calls: number; sampleIds: string[] }>();
  for (const line of Object.values(traffic.lines)) {
    const isCritical =
      line.criticality === 'high' ||
      line.criticality === 'critical' ||
      (line.criticality === 'untold' && isCriticalProject);
    const model = line.modelAsked;
    if (line.vendor === ownServer || model === null || !isCritical || isPinned(model, movingNames)) {
      continue;
    }
    const known = byModel.get(model) ?? { calls: 0, sampleIds: [] };
    byModel.set(model, {
      calls: known.calls + line.calls,
      sampleIds: [...known.sampleIds, ...line.sampleIds].slice(0, 5),
    });
  }
  return [...byModel].map(([model, one]) => ({ model, ...one }));
}

function captureGap({ invoice }: LockInSources): AlertFacts['captureGap'] {
  return invoice === null || invoice.invoicedTokens === 0
    ? null
    : {
        share: 1 - invoice.capturedTokens / invoice.invoicedTokens,
        invoiceId: invoice.id,
        untilAt: invoice.untilAt,
      };
}

/** Days that a vendor keeps what the feature stores, by its documentation; the others are kept without a stated end. */
const retentionDays: Readonly<Record<string, number>> = { 'openai.server-state': 30 };

function heldState({ traffic, firstSeenAt, sources }: AlertSources): readonly HeldState[] {
  const drill = newestDrill(
    sources.drills.filter((one) => one.passed),
    'export',
  );
  return featureReport(traffic, firstSeenAt)
    .filter((one) => one.isState)
    .map((one) => ({
      what: one.feature,
      vendor: featureSignals.find(({ id }) => id === one.id)?.id.split('.')[0] ?? 'vendor',
      oldestAt: one.firstSeenAt,
      retentionDays: retentionDays[one.id] ?? null,
      exportedAt: drill?.at ?? null,
      sampleIds: one.sampleIds,
    }));
}
