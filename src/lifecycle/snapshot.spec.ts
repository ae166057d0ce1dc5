// Golden snapshots: one file for each interesting configuration that version 1 ever wrote. GOLDEN_SNAPSHOTS=write makes the
// missing ones; an existing file is never rewritten, because old projects look like it for ever.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  badGate,
  breach,
  commandEvent,
  gatePass,
  happening,
  projectAt,
  walk,
} from '../../test/builders/lifecycle-events.js';
import { acceptedCommands } from './accepted-commands.js';
import { isTerminal, stagePathOf } from './reading.js';
import {
  initialSnapshot,
  machineVersion,
  restore,
  type StoredSnapshot,
  store,
  UnreadableSnapshotError,
  upgrade,
} from './snapshot.js';
import { step } from './step.js';

const folder = join(process.cwd(), 'test/golden/snapshots/v1');
const at = 1_700_000_000_000;
const advance = commandEvent('ADVANCE', 'lea', at);
const down = happening('FALLBACK_DOWN', at);

const golden: Readonly<Record<string, () => StoredSnapshot>> = {
  assessing: () => initialSnapshot(at),
  'assessing-awaiting': () => walk(initialSnapshot(at), advance, gatePass(2, at), commandEvent('APPROVE', 'ana', at)),
  deciding: () => projectAt('deciding', at),
  retained: () =>
    walk(projectAt('deciding', at), {
      type: 'DECIDE',
      person: 'lea',
      choice: 'retain',
      policyDigest: null,
      weightsPercent: [],
      at,
    }),
  'collecting-blocked': () => walk(projectAt('collecting', at), advance, badGate('GATE_FAIL', at)),
  'tuning-running': () => walk(projectAt('tuning', at), happening('JOB_STARTED', at)),
  'tuning-failed': () => walk(projectAt('tuning', at), happening('JOB_FAILED', at)),
  'evaluating-inconclusive': () =>
    walk(projectAt('evaluating', at), happening('JOB_SUCCEEDED', at), advance, badGate('GATE_INCONCLUSIVE', at)),
  'shadow-ready-paused': () =>
    walk(projectAt('shadow', at), commandEvent('PAUSE', 'lea', at), advance, gatePass(0, at)),
  'canary-override-proposed': () =>
    walk(projectAt('canary', at), advance, badGate('GATE_FAIL', at), commandEvent('OVERRIDE', 'rob', at)),
  'ramp-blind': () => walk(projectAt('ramp', at), happening('TELEMETRY_LOST', at)),
  'soak-errored': () => walk(projectAt('soak', at), advance, badGate('GATE_ERROR', at)),
  completed: () => projectAt('completed', at),
  'completed-decommission-proposed': () => walk(projectAt('completed', at), commandEvent('DECOMMISSION', 'lea', at)),
  decommissioned: () =>
    walk(projectAt('completed', at), commandEvent('DECOMMISSION', 'lea', at), commandEvent('DECOMMISSION', 'rob', at)),
  'rolled-back': () => walk(projectAt('ramp', at), breach(at)),
  contained: () => walk(projectAt('ramp', at), down, breach(at), commandEvent('ACCEPT_RISK', 'rob', at)),
  aborted: () => walk(projectAt('canary', at), commandEvent('ABORT', 'lea', at)),
};

const fileOf = (name: string) => join(folder, `${name}.json`);
const read = (name: string) => JSON.parse(readFileSync(fileOf(name), 'utf8')) as StoredSnapshot;

if (process.env.GOLDEN_SNAPSHOTS === 'write') {
  mkdirSync(folder, { recursive: true });
  for (const [name, make] of Object.entries(golden).filter(([one]) => !existsSync(fileOf(one)))) {
    writeFileSync(fileOf(name), `${JSON.stringify(make(), null, 2)}\n`);
  }
}

describe('a stored snapshot', () => {
  it('has one golden file for each interesting configuration', () => {
    expect(readdirSync(folder).sort()).toEqual(
      Object.keys(golden)
        .map((name) => `${name}.json`)
        .sort(),
    );
  });

  it.each(Object.keys(golden))('opens the golden %s and keeps it to the letter', (name) => {
    const stored = read(name);
    expect(JSON.parse(JSON.stringify(store(restore(stored))))).toEqual(stored);
    expect(stored).toEqual(golden[name]?.());
  });

  it.each(Object.keys(golden))('steps on from the golden %s', (name) => {
    const stored = read(name);
    const commands = acceptedCommands(stored);
    expect(commands.length === 0).toBe(isTerminal(stored));
    const verb = commands.includes('pause') ? 'PAUSE' : 'RESUME';
    const outcome = step({ snapshot: stored, events: [commandEvent(verb, 'lea', at)], now: at });
    expect('refused' in outcome).toBe(isTerminal(stored));
  });
});

describe('a snapshot that cannot be read', () => {
  const sound = projectAt('canary');
  const value = sound.value as Record<string, unknown>;
  const { hold: _, ...withoutHold } = value;
  const { attempt: __, ...withoutAttempt } = sound.context;
  it.each([
    ['of another machine', { ...sound, machineId: 'somebody.else' }, 'belongs to machine somebody.else'],
    ['of an unknown version', { ...sound, machineVersion: 99 }, 'knows no upgrade from 99'],
    ['in an unknown stage', { ...sound, value: { ...value, stage: 'dreaming' } }, 'unknown to machine version'],
    ['in an unknown state of a stage', { ...sound, value: { ...value, stage: { tuning: 'napping' } } }, 'unknown to'],
    ['without one of the regions', { ...sound, value: withoutHold }, 'not a whole state'],
    ['in a stage without its inner state', { ...sound, value: { ...value, stage: 'cutover' } }, 'not a whole state'],
    ['with a piece of memory missing', { ...sound, context: withoutAttempt }, 'has forgotten attempt'],
  ])('refuses one %s', (_name, broken, words) => {
    const stored = broken as unknown as StoredSnapshot;
    expect(() => restore(stored)).toThrow(UnreadableSnapshotError);
    expect(() => step({ snapshot: stored, events: [], now: 0 })).toThrow(words);
  });
});

describe('upgrades', () => {
  const rename = (from: string, to: string) => (stored: StoredSnapshot) => ({
    ...stored,
    value: JSON.parse(JSON.stringify(stored.value).replace(from, to)) as StoredSnapshot['value'],
  });
  const upgrades = [
    { fromVersion: 1, lift: rename('collecting', 'gathering') },
    { fromVersion: 2, lift: rename('gathering', 'harvesting') },
  ];

  it('lifts one version after the other', () => {
    const lifted = upgrade(projectAt('collecting'), upgrades, 3);
    expect([stagePathOf(lifted), lifted.machineVersion]).toEqual(['harvesting.working', 3]);
  });

  it('refuses where a version is missing in between', () => {
    expect(() => upgrade(projectAt('collecting'), upgrades.slice(0, 1), 3)).toThrow(UnreadableSnapshotError);
  });

  it('leaves the current version alone', () => {
    const stored = projectAt('collecting');
    expect(upgrade(stored)).toBe(stored);
    expect(stored.machineVersion).toBe(machineVersion);
  });
});
