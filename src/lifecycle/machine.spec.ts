// Method: every configuration that a finite alphabet of events can reach is walked, and each invariant of the lifecycle is
// asked about every edge. Time stands still, so that only what a guard can see tells two configurations apart.
import { getAdjacencyMap } from 'xstate/graph';
import { commandEvent, eventAlphabet } from '../../test/builders/lifecycle-events.js';
import { isRefusal } from '../kernel/refusal.js';
import { acceptedCommands } from './accepted-commands.js';
import { allCommands } from './commands.js';
import { describeMachine } from './describe-machine.js';
import type { CommandEvent, LifecycleEvent } from './lifecycle-event.js';
import { lifecycleMachine } from './machine.js';
import {
  fallbackOf,
  gateStateOf,
  guardrailOf,
  holdOf,
  isExposed,
  isTerminal,
  stageOf,
  stagePathOf,
  stepOf,
  trafficOf,
} from './reading.js';
import { type LiveSnapshot, type StoredSnapshot, store } from './snapshot.js';
import { step } from './step.js';

interface Edge {
  readonly from: StoredSnapshot;
  readonly event: LifecycleEvent;
  readonly to: StoredSnapshot;
  readonly taken: boolean;
}

interface Configuration {
  readonly snapshot: StoredSnapshot;
  readonly edges: readonly Edge[];
}

function keyOf({ value, context }: LiveSnapshot): string {
  const { approvals, approvalsRequired, overridesRequired, overrideProposedBy, rampStep, weightPercent } = context;
  const { decommissionProposedBy, riskAcceptedBy, datasetRevoked } = context;
  return JSON.stringify([
    value,
    approvals.map(({ person }) => person).sort(),
    [approvalsRequired, overridesRequired, overrideProposedBy, rampStep, weightPercent],
    [decommissionProposedBy, riskAcceptedBy, datasetRevoked],
  ]);
}

interface WalkedNode {
  readonly state: LiveSnapshot;
  readonly transitions: Readonly<Record<string, { readonly event: LifecycleEvent; readonly state: LiveSnapshot }>>;
}

function explore(events: readonly LifecycleEvent[]): Map<string, Configuration> {
  const map = getAdjacencyMap(lifecycleMachine, {
    events: [...events],
    input: { at: 0 },
    serializeState: (state) => keyOf(state as LiveSnapshot),
    serializeEvent: (event) => JSON.stringify(event),
    limit: Number.POSITIVE_INFINITY,
  }) as unknown as Readonly<Record<string, WalkedNode>>;
  return new Map(
    Object.entries(map).map(([key, { state, transitions }]) => {
      const from = store(state);
      const edges = Object.values(transitions).map(({ event, state: next }) => ({
        from,
        event,
        to: store(next),
        taken: next !== state,
      }));
      return [key, { snapshot: from, edges }];
    }),
  );
}

const forwardOrder = [
  'assessing',
  'deciding',
  'collecting',
  'tuning',
  'evaluating',
  'shadow',
  'canary',
  'ramp',
  'soak',
];

/** How far the project has come. After a rollback nothing counts as reached; who is contained has not come to the end. */
function rank(snapshot: StoredSnapshot): number {
  const stage = stageOf(snapshot);
  const special: Record<string, number> = {
    aborted: -1,
    rolledBack: 0,
    contained: 8,
    retained: 9,
    completed: 9,
    decommissioned: 10,
  };
  return special[stage] ?? forwardOrder.indexOf(stepOf(snapshot) ?? stage) + snapshot.context.rampStep / 100;
}

const isUnderWatch = (snapshot: StoredSnapshot) => ['cutover', 'completed'].includes(stageOf(snapshot));
const isBack = (snapshot: StoredSnapshot) =>
  stageOf(snapshot) === 'rolledBack' && trafficOf(snapshot).mode === 'incumbent';

function goesBackOrIsContained({ from, to }: Edge): boolean {
  return fallbackOf(from) === 'available'
    ? isBack(to)
    : stageOf(to) === 'contained' && JSON.stringify(trafficOf(to)) === JSON.stringify(trafficOf(from));
}

const implies = (premise: boolean, conclusion: () => boolean) => !premise || conclusion();

const edgeInvariants: Readonly<Record<string, (edge: Edge) => boolean>> = {
  'the candidate sees traffic only in cutover, completed, contained, and for good once decommissioned': ({ to }) =>
    implies(trafficOf(to).mode !== 'incumbent', () =>
      ['cutover', 'completed', 'contained', 'decommissioned'].includes(stageOf(to)),
    ),
  'exposure is never without an armed, blind or tripped guardrail': ({ to }) =>
    implies(isExposed(to), () => guardrailOf(to) !== 'disarmed'),
  'a guardrail that watches live traffic is armed or blind, gate states included': ({ to }) =>
    implies(isUnderWatch(to), () => ['armed', 'blind'].includes(guardrailOf(to))),
  'ROLLBACK with a healthy incumbent always brings traffic back': ({ from, event, to }) =>
    implies(event.type === 'ROLLBACK' && isExposed(from) && fallbackOf(from) === 'available' && !isTerminal(from), () =>
      isBack(to),
    ),
  'ROLLBACK without a healthy incumbent is refused': ({ event, from, taken }) =>
    implies(event.type === 'ROLLBACK' && fallbackOf(from) === 'unavailable', () => !taken),
  'a breach in every exposed configuration reaches the incumbent, or is contained where there is none': (edge) =>
    implies(edge.event.type === 'GUARDRAIL_BREACHED' && isUnderWatch(edge.from), () => goesBackOrIsContained(edge)),
  'a revoked data set in every exposed configuration reaches the incumbent, or is contained': (edge) =>
    implies(edge.event.type === 'DATASET_REVOKED' && isUnderWatch(edge.from), () => goesBackOrIsContained(edge)),
  'blindness that lasts reaches the incumbent, or is contained': (edge) =>
    implies(
      edge.event.type === 'BLIND_TIMED_OUT' && isUnderWatch(edge.from) && guardrailOf(edge.from) === 'blind',
      () => goesBackOrIsContained(edge),
    ),
  'PAUSE changes neither traffic nor stage nor guardrail': ({ from, event, to }) =>
    implies(
      event.type === 'PAUSE',
      () =>
        JSON.stringify([trafficOf(from), stagePathOf(from), guardrailOf(from)]) ===
        JSON.stringify([trafficOf(to), stagePathOf(to), guardrailOf(to)]),
    ),
  'nothing moves forward while paused': ({ from, event, to }) =>
    implies(
      holdOf(from) === 'paused' && event.type !== 'RESUME' && stageOf(to) !== 'contained',
      () => rank(to) <= rank(from),
    ),
  'exposure rises only where there is a way back, or two persons accept that there is none': ({ event, from, to }) =>
    implies(
      trafficOf(to).weightPercent > trafficOf(from).weightPercent && event.type !== 'ACCEPT_RISK',
      () => fallbackOf(to) === 'available',
    ),
  'a measurement that failed is never overridden': ({ from, event, taken }) =>
    implies(event.type === 'OVERRIDE' && gateStateOf(from) === 'errored', () => !taken),
  'an approval counts only for the evidence that was judged': ({ event, taken }) =>
    implies(event.type === 'APPROVE' && event.evidenceDigest === 'sha256:other', () => !taken),
  'new evidence and an expired gate run void every approval': ({ event, to, taken }) =>
    implies(
      taken && (event.type === 'EVIDENCE_CHANGED' || event.type === 'GATE_RUN_EXPIRED'),
      () => to.context.approvals.length === 0 && to.context.overrideProposedBy === null,
    ),
  'a revoked data set is never trained on or exposed again without new collecting': ({ from, event, to }) =>
    implies(from.context.datasetRevoked && event.type !== 'ACCEPT_RISK' && stageOf(from) === 'rolledBack', () =>
      ['rolledBack', 'collecting', 'aborted'].includes(stageOf(to)),
    ),
  'a terminal stage takes nothing, so traffic never changes after decommissioning': ({ from, taken }) =>
    implies(isTerminal(from), () => !taken),
  'the weight of a split lies between nothing and everything': ({ to }) =>
    implies(trafficOf(to).mode === 'split', () => trafficOf(to).weightPercent > 0 && trafficOf(to).weightPercent < 100),
};

const configurations = explore(eventAlphabet);
const edges = [...configurations.values()].flatMap((configuration) => configuration.edges);

describe('the lifecycle machine, walked exhaustively', () => {
  it.each(Object.entries(edgeInvariants))('%s', (_, holds) => {
    const broken = edges.filter((edge) => !holds(edge));
    expect(broken.slice(0, 3).map(({ from, event, to }) => [from.value, event.type, to.value])).toEqual([]);
  });

  it('is large enough to mean something', () => {
    expect(configurations.size).toBeGreaterThan(1000);
    expect(edges).toHaveLength(configurations.size * eventAlphabet.length);
  });

  it('reaches every stage and every state of every region', () => {
    const seen = new Set(
      [...configurations.values()].flatMap(({ snapshot }) => [
        `stage.${stagePathOf(snapshot)}`,
        `traffic.${trafficOf(snapshot).mode}`,
        `guardrail.${guardrailOf(snapshot)}`,
        `fallback.${fallbackOf(snapshot)}`,
        `hold.${holdOf(snapshot)}`,
      ]),
    );
    const all = describeMachine()
      .states.filter(({ kind }) => kind === 'atomic' || kind === 'final')
      .map(({ path }) => path);
    expect(all.filter((path) => !seen.has(path))).toEqual([]);
  });

  it('has no dead end: from every open configuration some end can be reached', () => {
    const sources = new Map<string, string[]>();
    const keys = new Map([...configurations].map(([key, { snapshot }]) => [identity(snapshot), key]));
    for (const [key, configuration] of configurations) {
      for (const { to, taken } of configuration.edges) {
        const target = keys.get(identity(to)) ?? '';
        if (taken) {
          sources.set(target, [...(sources.get(target) ?? []), key]);
        }
      }
    }
    const ending = new Set([...configurations].filter(([, { snapshot }]) => isTerminal(snapshot)).map(([key]) => key));
    const queue = [...ending];
    for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
      for (const source of sources.get(key) ?? []) {
        if (!ending.has(source)) {
          ending.add(source);
          queue.push(source);
        }
      }
    }
    expect([...configurations.keys()].filter((key) => !ending.has(key))).toEqual([]);
  });

  it('lets a person leave every open stage by a command alone', () => {
    const stagesLeft = new Set(
      edges
        .filter(({ event, from, to }) => 'person' in event && stageOf(from) !== stageOf(to))
        .map(({ from }) => stageOf(from)),
    );
    expect([...stagesLeft].sort()).toEqual([
      'assessing',
      'collecting',
      'completed',
      'contained',
      'cutover',
      'deciding',
      'evaluating',
      'rolledBack',
      'tuning',
    ]);
  });

  it('reaches nothing beyond assessing but aborted without an approval or an override', () => {
    const unseen = explore(eventAlphabet.filter(({ type }) => type !== 'APPROVE' && type !== 'OVERRIDE'));
    const stages = new Set([...unseen.values()].map(({ snapshot }) => stageOf(snapshot)));
    expect([...stages].sort()).toEqual(['aborted', 'assessing']);
  });

  it('offers no command in a terminal stage, and at least one in every other', () => {
    for (const { snapshot } of configurations.values()) {
      expect(acceptedCommands(snapshot).length > 0).toBe(!isTerminal(snapshot));
    }
  });

  it('offers in every configuration exactly the commands that a step takes from somebody new', () => {
    for (const { snapshot } of configurations.values()) {
      const taken = allCommands.filter(({ name }) => {
        const event = commandEvent(name.toUpperCase().replace('-', '_') as CommandEvent['type'], 'somebody new');
        return !isRefusal(step({ snapshot, events: [event], now: 0 }));
      });
      expect(acceptedCommands(snapshot)).toEqual(taken.map(({ name }) => name));
    }
  });
});

function identity(snapshot: StoredSnapshot): string {
  return keyOf({ value: snapshot.value, context: snapshot.context } as LiveSnapshot);
}
