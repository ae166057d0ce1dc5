// Where what was trained is kept, bytes included. Artefacts are written with the end of their run (training-store).
import type { Artefact } from '../runs/training-run.js';

export abstract class ArtefactStore {
  abstract find(artefactId: string): Promise<Artefact | null>;
  /** The bytes as they were saved; null when there is no such artefact. */
  abstract content(artefactId: string): Promise<Buffer | null>;
}
