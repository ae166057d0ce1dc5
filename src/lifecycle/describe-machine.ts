// The machine as data, for the API, the documents and the page: its states, its arrows, and what its gates ask. Read from
// the machine and the lists themselves, so it is never out of date.
import type { EvidenceKind } from '../kernel/evidence.js';
import type { GateName } from '../kernel/policy.js';
import { allCriteria } from './all-criteria.js';
import { allGates } from './all-gates.js';
import type { CriterionRole } from './criterion.js';
import { lifecycleMachine } from './machine.js';

export interface DescribedState {
  /** Dotted, from the region on, such as `stage.cutover.canary.blocked`. */
  readonly path: string;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final';
  readonly initial: string | null;
  readonly description: string | null;
}

export interface DescribedArrow {
  readonly source: string;
  /** `null`: taken by itself as soon as the guard holds. */
  readonly event: string | null;
  readonly guard: string | null;
  /** Path of the target; `null` where the state stays and only something is noted. */
  readonly target: string | null;
  readonly actions: readonly string[];
}

export interface DescribedGate {
  readonly name: GateName;
  readonly question: string;
  /** Ids, in the order in which they are asked. */
  readonly criteria: readonly string[];
}

export interface DescribedCriterion {
  readonly id: string;
  readonly question: string;
  readonly why: string;
  readonly source: string;
  readonly remedy: string;
  readonly role: CriterionRole;
  readonly reads: readonly EvidenceKind[];
}

export interface MachineDescription {
  readonly id: string;
  readonly gates: readonly DescribedGate[];
  readonly criteria: readonly DescribedCriterion[];
  readonly states: readonly DescribedState[];
  readonly arrows: readonly DescribedArrow[];
}

type Node = typeof lifecycleMachine.root;
type Arrow = NonNullable<Node['always']>[number];

function pathOf(node: { readonly path: readonly string[] }): string {
  return node.path.join('.');
}

function nameOf(named: unknown): string {
  return typeof named === 'string' ? named : String((named as { type?: unknown }).type);
}

function stateOf(node: Node): DescribedState {
  return {
    path: pathOf(node),
    kind: node.type === 'history' ? 'atomic' : node.type,
    initial: node.type === 'compound' ? (node.initial.target[0]?.key ?? null) : null,
    description: node.config.description ?? null,
  };
}

function arrowOf(node: Node, event: string | null, arrow: Arrow): DescribedArrow {
  const target = arrow.target?.[0];
  return {
    source: pathOf(node),
    event,
    guard: arrow.guard === undefined ? null : nameOf(arrow.guard),
    target: target ? pathOf(target) : null,
    actions: arrow.actions.map(nameOf),
  };
}

function arrowsOf(node: Node): DescribedArrow[] {
  const onEvents = Object.entries<readonly Arrow[]>(node.on as Record<string, readonly Arrow[]>).flatMap(
    ([event, arrows]) => arrows.map((one) => arrowOf(node, event, one)),
  );
  const byItself = (node.always ?? []).map((one) => arrowOf(node, null, one));
  return [...byItself, ...onEvents];
}

function withDescendants(node: Node): Node[] {
  return [node, ...Object.values(node.states).flatMap((child) => withDescendants(child as Node))];
}

/** In the order in which the machine is written. */
export function describeMachine(): MachineDescription {
  const nodes = Object.values(lifecycleMachine.root.states).flatMap((region) => withDescendants(region as Node));
  return {
    id: lifecycleMachine.id,
    gates: allGates.map(({ name, question, criteria }) => ({ name, question, criteria: criteria.map(({ id }) => id) })),
    criteria: allCriteria.map(({ judge: _, ...described }) => described),
    states: nodes.map(stateOf),
    arrows: nodes.flatMap(arrowsOf),
  };
}
