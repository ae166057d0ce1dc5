// The published path of one project through its stages, and the properties of the score by random search.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import fc from 'fast-check';
import type { FactBasis, Indicator } from '../indicator.js';
import { allIndicators } from '../indicators/all-indicators.js';
import { sourceIndicators } from '../indicators/source/source-indicators.js';
import { targetIndicators } from '../indicators/target/target-indicators.js';
import { loadProfile } from '../load-profile.client.js';
import { combineLedgers } from './combine-ledgers.js';
import { type Fact, rulingFacts } from './fact.js';
import { scoreLedger } from './score-ledger.js';
import { riskOf } from './value-function.js';

const golden = JSON.parse(readFileSync(resolve(__dirname, '../../../test/golden/lock-in-stages.json'), 'utf8'));
const profile = loadProfile(resolve(__dirname, '../../../config/lock-in/profile.yaml'), allIndicators);
const dayMs = 86_400_000;
const now = 1_800_000_000_000;

interface StageFact {
  readonly x: number | string;
  readonly age?: number;
  readonly src?: string;
}

const basisOf: Record<string, FactBasis> = { 'declared+evidence': 'declared with evidence' };

function factsOf(stage: Readonly<Record<string, StageFact | undefined>>): ReadonlyMap<string, Fact> {
  const facts = Object.entries(stage).flatMap(([indicatorId, fact]): Fact[] => {
    const indicator = allIndicators.find((one) => one.id === indicatorId);
    if (fact === undefined || indicator === undefined) {
      return [];
    }
    const basis = fact.src === undefined ? indicator.basis : (basisOf[fact.src] ?? (fact.src as FactBasis));
    return [aFact({ indicatorId, value: fact.x, basis, observedAt: now - (fact.age ?? 0) * dayMs })];
  });
  return rulingFacts(facts, now);
}

function aFact(partial: Partial<Fact> & Pick<Fact, 'indicatorId' | 'value'>): Fact {
  const { observedAt = now } = partial;
  return {
    id: `fct_${partial.indicatorId}_${observedAt}`,
    basis: 'measured',
    observedAt,
    validUntil: null,
    recordedAt: observedAt,
    recordedBy: 'somebody',
    evidence: [],
    note: '',
    ...partial,
  };
}

const score = (indicators: readonly Indicator[], facts: ReadonlyMap<string, Fact>, at = now) =>
  scoreLedger({ indicators, facts, profile, now: at });

describe('the published path of a project', () => {
  const stages = golden.stages as unknown as readonly {
    stage: string;
    x: number;
    facts_source: Record<string, StageFact>;
    facts_target: Record<string, StageFact>;
    S_source: number;
    low: number;
    high: number;
    confidence: number;
    barrier: number;
    S_target: number;
    S_combined: number;
  }[];

  it.each(stages)('scores the stage $stage', (stage) => {
    const source = score(sourceIndicators, factsOf(stage.facts_source));
    const target = score(targetIndicators, factsOf(stage.facts_target));
    expect(source.score).toBeCloseTo(stage.S_source, 1);
    expect(source.low).toBeCloseTo(stage.low, 1);
    expect(source.high).toBeCloseTo(stage.high, 1);
    expect(source.confidence).toBeCloseTo(stage.confidence, 2);
    expect(source.barrier).toBeCloseTo(stage.barrier, 1);
    expect(target.score).toBeCloseTo(stage.S_target, 1);
    const combined = combineLedgers({ source: source.score, target: target.score }, stage.x);
    expect(combined).toBeCloseTo(stage.S_combined, 1);
  });

  it('names the gains that are largest when capture has run for thirty days', () => {
    const facts = factsOf(stages[2]?.facts_source ?? {});
    const gains = [...score(sourceIndicators, facts).indicators].sort((left, right) => right.gain - left.gain);
    expect(gains.slice(0, 4).map((one) => [one.id, Number(one.gain.toFixed(1))])).toEqual([
      ['1.1', 4.8],
      ['1.3', 2.4],
      ['1.4', 2],
      ['3.2', 1.8],
    ]);
  });
});

describe('a ledger of which nothing is known', () => {
  it('scores 77.44 between 0 and 100, with no confidence', () => {
    const unknown = score(sourceIndicators, new Map());
    expect(unknown.score).toBeCloseTo(77.44, 2);
    expect(unknown).toMatchObject({ low: 0, confidence: 0 });
    expect(unknown.high).toBeCloseTo(100, 9);
  });
});

const someValue = (indicator: Indicator) =>
  indicator.value.kind === 'choice'
    ? fc.constantFrom(...Object.keys(indicator.value.risks))
    : fc.double({ min: -1, max: 4, noNaN: true });

/** A random set of facts over all indicators of the source ledger, some missing, of any age. */
const someFacts = fc
  .tuple(
    ...sourceIndicators.map((indicator) =>
      fc.option(
        fc.record({
          value: someValue(indicator),
          ageDays: fc.integer({ min: 0, max: 1500 }),
          basis: fc.constantFrom<FactBasis>('measured', 'documented', 'declared'),
        }),
      ),
    ),
  )
  .map(
    (drawn) =>
      new Map(
        drawn.flatMap((one, place): [string, Fact][] => {
          const indicator = sourceIndicators[place];
          if (one === null || indicator === undefined) {
            return [];
          }
          const { value, ageDays, basis } = one;
          const fact = aFact({ indicatorId: indicator.id, value, basis, observedAt: now - ageDays * dayMs });
          return [[indicator.id, fact]];
        }),
      ),
  );

const slack = 1e-9;

describe('the score, whatever the facts', () => {
  it('lies between its ends, and the points sum to it', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        const scored = score(sourceIndicators, facts);
        const points = scored.indicators.reduce((sum, one) => sum + one.points, 0);
        expect(points).toBeCloseTo(scored.score, 9);
        expect(scored.low).toBeLessThanOrEqual(scored.score + slack);
        expect(scored.score).toBeLessThanOrEqual(scored.high + slack);
      }),
      { numRuns: 500 },
    );
  });

  it('never improves when a fact is forgotten: neither its upper end, nor its confidence, nor its lower end rises', () => {
    fc.assert(
      fc.property(someFacts, fc.nat(), (facts, choice) => {
        const ids = [...facts.keys()];
        const forgotten = ids[choice % Math.max(1, ids.length)];
        if (forgotten === undefined) {
          return;
        }
        const before = score(sourceIndicators, facts);
        const after = score(sourceIndicators, new Map([...facts].filter(([id]) => id !== forgotten)));
        expect(after.high).toBeGreaterThanOrEqual(before.high - slack);
        expect(after.confidence).toBeLessThanOrEqual(before.confidence + slack);
        expect(after.low).toBeLessThanOrEqual(before.low + slack);
      }),
      { numRuns: 500 },
    );
  });

  it('never improves by ageing, nor when a fact expires', () => {
    fc.assert(
      fc.property(someFacts, fc.integer({ min: 1, max: 2000 }), (facts, days) => {
        const before = score(sourceIndicators, facts);
        const later = score(sourceIndicators, facts, now + days * dayMs);
        expect(later.score).toBeGreaterThanOrEqual(before.score - slack);
        expect(later.high).toBeGreaterThanOrEqual(before.high - slack);
        const expired = new Map([...facts].map(([id, fact]) => [id, { ...fact, validUntil: now }]));
        expect(score(sourceIndicators, expired).score).toBeGreaterThanOrEqual(before.score - slack);
      }),
      { numRuns: 300 },
    );
  });

  it('rises with every single risk', () => {
    fc.assert(
      fc.property(someFacts, fc.nat(), fc.double({ min: 0, max: 4, noNaN: true }), (facts, choice, value) => {
        const [id, fact] = [...facts][choice % Math.max(1, facts.size)] ?? [];
        const indicator = sourceIndicators.find((one) => one.id === id);
        if (id === undefined || fact === undefined || indicator?.value.kind !== 'line') {
          return;
        }
        const other = { ...fact, value };
        const [risk, otherRisk] = [riskOf(indicator.value, fact.value) ?? 0, riskOf(indicator.value, value) ?? 0];
        const [before, after] = [
          score(sourceIndicators, facts),
          score(sourceIndicators, new Map(facts).set(id, other)),
        ];
        expect(Math.sign(after.score - before.score) * Math.sign(otherRisk - risk)).toBeGreaterThanOrEqual(0);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same bit by bit when it is computed again', () => {
    fc.assert(
      fc.property(someFacts, (facts) => {
        expect(score(sourceIndicators, facts)).toEqual(score(sourceIndicators, new Map(facts)));
      }),
      { numRuns: 50 },
    );
  });
});

describe('the weights', () => {
  it('are those of the published table: barriers weigh 0.5475 of the source ledger', () => {
    const barriers = score(sourceIndicators, new Map()).indicators.filter(
      (one) => sourceIndicators.find((indicator) => indicator.id === one.id)?.isBarrier,
    );
    expect(barriers.reduce((sum, one) => sum + one.weight, 0)).toBeCloseTo(0.5475, 9);
  });
});
