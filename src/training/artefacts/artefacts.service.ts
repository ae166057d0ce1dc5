import { Inject, Injectable } from '@nestjs/common';
import { type Refusal, refusal } from '../../kernel/refusal.js';
import type { Artefact } from '../runs/training-run.js';
import { ArtefactStore } from './artefact-store.js';

export interface DownloadedArtefact {
  readonly artefact: Artefact;
  readonly content: Buffer;
}

/** Hands out what was trained: the weights are the owner's. */
@Injectable()
export class ArtefactsService {
  constructor(@Inject(ArtefactStore) private readonly artefacts: ArtefactStore) {}

  /** Refuses what is not the project's own with the same answer as what does not exist. */
  async download(projectId: string, artefactId: string): Promise<DownloadedArtefact | Refusal> {
    const artefact = await this.artefacts.find(artefactId);
    const content = artefact?.projectId === projectId ? await this.artefacts.content(artefactId) : null;
    if (artefact === null || content === null) {
      return refusal('not-found', 'The project has no such artefact.');
    }
    return { artefact, content };
  }
}
