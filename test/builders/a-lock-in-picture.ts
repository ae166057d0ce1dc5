import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { FactBasis } from '../../src/lock-in/indicator.js';
import { allIndicators } from '../../src/lock-in/indicators/all-indicators.js';
import { loadProfile } from '../../src/lock-in/load-profile.client.js';
import type { ProjectPicture } from '../../src/lock-in/register/project-picture.js';
import { assess } from '../../src/lock-in/score/assess.js';
import type { Fact } from '../../src/lock-in/score/fact.js';

export const pictureNow = 1_764_000_000_000;
const dayMs = 86_400_000;
const golden = JSON.parse(readFileSync(resolve(__dirname, '../golden/lock-in-stages.json'), 'utf8')) as {
  stages: readonly Stage[];
};
const profile = loadProfile(resolve(__dirname, '../../config/lock-in/profile.yaml'), allIndicators);

export interface StageFact {
  readonly x: number | string;
  readonly age?: number;
  readonly src?: string;
}

type Stage = Readonly<Record<'facts_source' | 'facts_target', Readonly<Record<string, StageFact>>>>;

/** A picture whose score was reckoned from the given facts. */
export function aPicture(
  facts: readonly Fact[],
  parts: Partial<ProjectPicture> & { vendorShare?: number } = {},
): ProjectPicture {
  const { vendorShare = 1, ...others } = parts;
  const now = others.now ?? pictureNow;
  const byIndicator = new Map(facts.map((fact) => [fact.indicatorId, fact]));
  const assessment = assess({
    indicators: allIndicators,
    facts: byIndicator,
    profile,
    floors: [],
    vendorShare,
    sourceClosedAt: null,
    now,
  });
  return {
    projectId: 'prj_1',
    name: 'Letters to the bank',
    owner: 'ada',
    task: 'Sort letters by what they ask for.',
    stage: 'collecting',
    incumbent: { vendor: 'Closed AI', model: 'closed-4' },
    candidate: { vendor: 'own', model: 'open-7b' },
    now,
    sourceClosedAt: null,
    assessment,
    facts: byIndicator,
    sources: { catalog: null, evaluation: null, shadow: null, drills: [], lineage: null },
    annualExpense: null,
    alerts: [],
    ...others,
  };
}

export function aLockInFact(partial: Partial<Fact> & Pick<Fact, 'indicatorId' | 'value'>): Fact {
  const { observedAt = pictureNow } = partial;
  return {
    id: `fct_${partial.indicatorId}`,
    basis: 'measured',
    observedAt,
    validUntil: null,
    recordedAt: observedAt,
    recordedBy: 'system',
    evidence: [],
    note: '',
    ...partial,
  };
}

/** Facts of one published stage of the path, by its number. */
export function stageFacts(number: number): readonly Fact[] {
  const stage = golden.stages[number] ?? { facts_source: {}, facts_target: {} };
  return [...Object.entries(stage.facts_source), ...Object.entries(stage.facts_target)].flatMap(
    ([indicatorId, { x, age = 0, src }]) => {
      const indicator = allIndicators.find((one) => one.id === indicatorId);
      const basis = src === 'declared+evidence' ? 'declared with evidence' : src;
      return indicator === undefined
        ? []
        : [
            aLockInFact({
              indicatorId,
              value: x,
              basis: (basis as FactBasis | undefined) ?? indicator.basis,
              observedAt: pictureNow - age * dayMs,
            }),
          ];
    },
  );
}
