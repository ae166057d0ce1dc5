// All projects at one moment: what a wallboard shows.

export interface BoardScope {
  readonly projects: 'all' | readonly string[];
}

export interface BoardQuery extends BoardScope {
  readonly stage: string | null;
  readonly owner: string | null;
  /** Only projects whose id sorts after this; null from the first on. */
  readonly afterId: string | null;
  readonly limit: number;
}

export interface BoardSnapshot {
  readonly revision: string;
  /** The feed goes on here: everything before it is in the snapshot. */
  readonly endEpoch: number;
  readonly rows: readonly { readonly id: string; readonly body: string }[];
}

export abstract class BoardStore {
  /** Opaque: another text after every change of a project in the scope. */
  abstract revision(scope: BoardScope): Promise<string>;
  /** Revision, place in the feed and documents of one and the same moment. */
  abstract snapshot(query: BoardQuery): Promise<BoardSnapshot>;
}
