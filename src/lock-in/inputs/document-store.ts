// Documents that people keep about a project's dependence, by kind: register records, estimates of cost, exit plans. The
// room that defines a kind checks it; here it is kept as it was given.

export interface KeptDocument {
  readonly projectId: string;
  /** Such as `costs`. */
  readonly kind: string;
  /** Within its kind. */
  readonly id: string;
  readonly value: unknown;
  readonly updatedBy: string;
  readonly updatedAt: number;
}

export interface AcrossProjects {
  readonly kind: string;
  readonly id: string;
  /** Those that the one who asks may see. */
  readonly projects: 'all' | readonly string[];
  /** Goes on behind this project; null: from the first. */
  readonly afterProjectId: string | null;
  readonly limit: number;
}

export abstract class DocumentStore {
  abstract put(document: KeptDocument): Promise<void>;
  abstract find(projectId: string, kind: string, id: string): Promise<KeptDocument | null>;
  /** By id, in order. */
  abstract list(projectId: string, kind: string): Promise<readonly KeptDocument[]>;
  /** The same document of several projects, by project. */
  abstract across(asked: AcrossProjects): Promise<readonly KeptDocument[]>;
  /** Of all projects, the newest first. */
  abstract ofKind(kind: string, limit: number): Promise<readonly KeptDocument[]>;
  /** @returns whether it was there */
  abstract remove(projectId: string, kind: string, id: string): Promise<boolean>;
}
