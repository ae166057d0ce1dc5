// The students that this process answers with: unpacked once, shared by all requests, the least used ones forgotten.
import { Inject, Injectable } from '@nestjs/common';
import { ArtefactStore } from '../artefacts/artefact-store.js';
import type { Artefact } from '../runs/training-run.js';
import type { Student } from '../softmax-student.js';
import { studentArtefactDigest, unpackStudent } from '../student-artefact.js';

/** An unpacked student holds up to some tens of megabytes. */
const studentsKeptMax = 8;

export interface ServedStudent {
  readonly artefact: Artefact;
  readonly student: Student;
}

@Injectable()
export class ServedStudents {
  /** In the order of use, the latest last. A promise: requests that come while it loads wait for the same load. */
  private readonly kept = new Map<string, Promise<ServedStudent | null>>();

  constructor(@Inject(ArtefactStore) private readonly artefacts: ArtefactStore) {}

  /** Null when there is no such artefact. Rejects when its bytes are not those that were trained. */
  async find(artefactId: string): Promise<ServedStudent | null> {
    const loading = this.kept.get(artefactId) ?? this.load(artefactId);
    this.kept.delete(artefactId);
    this.kept.set(artefactId, loading);
    try {
      const served = await loading;
      if (served === null) {
        this.kept.delete(artefactId);
      }
      return served;
    } catch (error) {
      this.kept.delete(artefactId);
      throw error;
    } finally {
      this.forgetOldest();
    }
  }

  private async load(artefactId: string): Promise<ServedStudent | null> {
    const artefact = await this.artefacts.find(artefactId);
    const content = artefact === null ? null : await this.artefacts.content(artefactId);
    if (artefact === null || content === null) {
      return null;
    }
    if (studentArtefactDigest(content) !== artefact.digest) {
      throw new Error(`the artefact ${artefactId} is not the one that was trained: its digest differs`);
    }
    return { artefact, student: unpackStudent(content) };
  }

  private forgetOldest(): void {
    for (const artefactId of this.kept.keys()) {
      if (this.kept.size <= studentsKeptMax) {
        return;
      }
      this.kept.delete(artefactId);
    }
  }
}
