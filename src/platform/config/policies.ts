// The policies that a project may choose from when it is decided to migrate. Read once, at start.
import type { ReasonedPolicy } from '../../kernel/policy.js';

export class Policies {
  constructor(private readonly byName: ReadonlyMap<string, ReasonedPolicy>) {}

  /** The names in alphabetical order. */
  names(): string[] {
    return [...this.byName.keys()].sort();
  }

  /** Undefined for a name that is not on the shelf. */
  named(name: string): ReasonedPolicy | undefined {
    return this.byName.get(name);
  }

  all(): ReasonedPolicy[] {
    return this.names().flatMap((name) => this.byName.get(name) ?? []);
  }
}
