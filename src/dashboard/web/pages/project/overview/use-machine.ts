import { useQuery } from '@tanstack/react-query';
import { api, type Schemas, taken } from '../../../api/client';

export interface MachineState {
  readonly path: string;
  readonly kind: 'atomic' | 'compound' | 'parallel' | 'final';
  readonly description: string | null;
}

export interface MachineArrow {
  readonly source: string;
  /** Null: taken by itself as soon as the guard holds. */
  readonly event: string | null;
  readonly guard: string | null;
  readonly target: string | null;
}

export interface MachineGate {
  readonly name: string;
  readonly question: string;
  readonly criteria: readonly string[];
}

export interface MachineCriterion {
  readonly id: string;
  readonly question: string;
  readonly why: string;
  readonly role: 'gate' | 'signal';
}

export interface Machine {
  readonly states: readonly MachineState[];
  readonly arrows: readonly MachineArrow[];
  readonly gates: readonly MachineGate[];
  readonly criteria: readonly MachineCriterion[];
}

export interface MachineAnswer {
  readonly machine: Machine;
  readonly commands: readonly Schemas['CommandDefinitionResponse'][];
}

/** The lifecycle as it is defined; it changes with a release alone. */
export function useMachine() {
  return useQuery({
    queryKey: ['machine'],
    queryFn: async () => (await taken(api.GET('/v1/machine'))) as unknown as MachineAnswer,
    staleTime: Number.POSITIVE_INFINITY,
  });
}
