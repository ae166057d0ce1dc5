import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { gateNames, policyDigest } from '../../kernel/policy.js';
import { ConfigurationError } from './load-configuration.client.js';
import { loadPolicies } from './load-policies.client.js';

const shipped = resolve(__dirname, '../../../config/policies');

describe('the policies that ship with Openward', () => {
  const policies = loadPolicies(shipped);
  const policyNamed = (name: string) => {
    const found = policies.named(name);
    if (found === undefined) {
      throw new Error(`there is no policy ${name}`);
    }
    return found.policy;
  };

  it('are three', () => {
    expect(policies.names()).toEqual(['default', 'fast', 'strict']);
    expect(policies.named('lenient')).toBeUndefined();
  });

  it('give a reason for every number, under its dotted path', () => {
    for (const { policy, reasons } of policies.all()) {
      const { name, description, gateRunExpiresAfterHours, ...parts } = policy;
      const leaves = Object.entries(parts).flatMap(([part, values]) =>
        Object.keys(values).flatMap((key) =>
          key === 'requiredPerGate' ? gateNames.map((gate) => `${part}.${key}.${gate}`) : `${part}.${key}`,
        ),
      );
      expect(Object.keys(reasons).sort()).toEqual([...leaves, 'gateRunExpiresAfterHours'].sort());
      expect(Object.values(reasons).filter((reason) => reason.length < 20)).toEqual([]);
      expect([name, description, gateRunExpiresAfterHours]).toEqual(
        expect.arrayContaining([expect.stringMatching(/\w/), expect.any(Number)]),
      );
    }
  });

  it('need somebody at the first gate, whatever the policy', () => {
    const needed = policies.all().map(({ policy }) => policy.approvals.requiredPerGate.intake);
    expect(Math.min(...needed)).toBeGreaterThanOrEqual(1);
  });

  it('are ordered: strict asks at least what default asks, and fast at most', () => {
    const [strict, usual, fast] = [policyNamed('strict'), policyNamed('default'), policyNamed('fast')];
    for (const [harder, softer] of [
      [strict, usual],
      [usual, fast],
    ] as const) {
      expect(harder.evaluation.nonInferiorityMargin).toBeLessThan(softer.evaluation.nonInferiorityMargin);
      expect(harder.shadow.agreementMin).toBeGreaterThan(softer.shadow.agreementMin);
      expect(harder.guardrails.errorRateExcessMax).toBeLessThan(softer.guardrails.errorRateExcessMax);
      expect(harder.rollout.candidateExchangesPerStepMin).toBeGreaterThan(softer.rollout.candidateExchangesPerStepMin);
      for (const gate of gateNames) {
        const [more, less] = [harder.approvals.requiredPerGate[gate], softer.approvals.requiredPerGate[gate]];
        expect(more).toBeGreaterThanOrEqual(less);
      }
    }
  });

  it('can be met: with no failure among the fewest pairs, the failure share lies below its limit', () => {
    for (const { policy } of policies.all()) {
      // The upper end of Wilson's 95 % interval at zero of n is z²/(n + z²).
      const upperEnd = 1.96 ** 2 / (policy.shadow.pairsMin + 1.96 ** 2);
      expect(upperEnd).toBeLessThan(policy.shadow.failureShareMax);
    }
  });

  it('are frozen, so that no project changes the policy of the next', () => {
    expect(() => Object.assign(policyNamed('default').shadow, { pairsMin: 1 })).toThrow(TypeError);
    expect(() => Object.assign(policyNamed('default').approvals.requiredPerGate, { intake: 0 })).toThrow(TypeError);
  });

  it('differ in what counts, and a reworded reason makes no other policy', () => {
    expect(new Set(policies.all().map(({ policy }) => policyDigest(policy))).size).toBe(3);
  });
});

describe('a folder of policies', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'openward-policies-'));
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const faultsAfter = (change: (text: string) => string, name = 'default.yaml'): readonly string[] => {
    writeFileSync(join(folder, name), change(readFileSync(join(shipped, 'default.yaml'), 'utf8')));
    try {
      loadPolicies(folder);
      return [];
    } catch (error) {
      return error instanceof ConfigurationError ? error.faults.map((fault) => fault.replace(`${folder}/`, '')) : [];
    }
  };

  const replacing = (from: string | RegExp, to: string) => (text: string) => {
    expect(text).toMatch(from);
    return text.replace(from, to);
  };

  it.each([
    [
      'a number without a reason',
      / pairsMin: \{ value: 200, .*\}/,
      ' pairsMin: { value: 200 }',
      'shadow.pairsMin: has no reason',
    ],
    ['a bare number', / alpha: .*/, ' alpha: 0.05', 'evaluation.alpha: must be written as { value: …, reason: "…" }'],
    [
      'a number out of bounds',
      'value: 0.8, reason: "Offline',
      'value: 1.8, reason: "Offline',
      'shadow.agreementMin: must be a number from 0 to 1',
    ],
    [
      'half an exchange',
      'value: 250, reason: "The error-rate',
      'value: 99.5, reason: "With no',
      'rollout.candidateExchangesPerStepMin: must be a whole number',
    ],
    [
      'weights that do not ascend',
      '[1, 5, 10, 25, 50]',
      '[1, 5, 5]',
      'rollout.weightsPercent: must ascend, from above 0 to below 100: the full weight is the soak, not a step',
    ],
    [
      'full weight as a step',
      '[1, 5, 10, 25, 50]',
      '[1, 100]',
      'rollout.weightsPercent: must ascend, from above 0 to below 100: the full weight is the soak, not a step',
    ],
    ['no weight', '[1, 5, 10, 25, 50]', '[]', 'rollout.weightsPercent: must be a list of at least one number'],
    [
      'a first gate without anybody',
      'intake: { value: 1',
      'intake: { value: 0',
      'approvals.requiredPerGate.intake: must be a number from 1 to 20',
    ],
    ['a missing number', / windowMinutes: .*/, '', 'guardrails.windowMinutes: is missing'],
    [
      'a number nobody asks for',
      / windowMinutes:/,
      ' windowHours: { value: 1, reason: "x" }\n  windowMinutes:',
      'guardrails.windowHours: is not a part of a policy',
    ],
    ['a flag that is none', 'value: true', 'value: "no"', 'approvals.preventSelfReview: must be true or false'],
    [
      'bounds in the wrong order',
      'value: 500, reason: "Pr',
      'value: 40, reason: "Pr',
      'readiness.trainRowsMin: must not be above readiness.trainRowsEnough',
    ],
  ])('refuses %s, naming file and path', (_, from, to, fault) => {
    expect(faultsAfter(replacing(from, to))).toEqual([`default.yaml: ${fault}`]);
  });

  it('refuses a policy under the name of another file', () => {
    expect(faultsAfter((text) => text, 'other.yaml')).toEqual(['other.yaml: name: must be the name of the file']);
  });

  it('lists the faults of every file at once', () => {
    cpSync(join(shipped, 'fast.yaml'), join(folder, 'copied.yaml'));
    writeFileSync(join(folder, 'broken.yaml'), 'name: [');
    expect(faultsAfter(replacing(/ alpha: .*/, ' alpha: 1'))).toHaveLength(3);
  });

  it('refuses to be empty or absent', () => {
    expect(() => loadPolicies(folder)).toThrow(/holds no policy/);
    expect(() => loadPolicies(join(folder, 'nowhere'))).toThrow(/cannot be read/);
  });
});
