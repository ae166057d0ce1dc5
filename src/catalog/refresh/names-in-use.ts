// The port through which the catalogue learns which models calls were made to: it knows nothing of projects.

export abstract class NamesInUse {
  /** Names in lower case, as asked for and as served, of calls since that time (ms). */
  abstract since(at: number): Promise<ReadonlySet<string>>;
}
