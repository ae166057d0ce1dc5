export class PolicyResponse {
  /** @example 'default' */
  name: string;
  description: string;
  digest: string;
  policy: Record<string, unknown>;
  /** Why each number is what it is, by its dotted path. */
  reasons: Record<string, string>;
}

export class PolicyListResponse {
  policies: PolicyResponse[];
}

export class CommandDefinitionResponse {
  /** @example 'advance' */
  name: string;
  /** What will happen. */
  summary: string;
  roles: string[];
  needsIfMatch: boolean;
  reasonRequired: boolean;
}

export class MachineResponse {
  machine: Record<string, unknown>;
  commands: CommandDefinitionResponse[];
}
