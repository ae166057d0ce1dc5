// What the newest measurement says, as evidence for a gate.
import { Inject, Injectable } from '@nestjs/common';
import type { EvidenceDraft } from '../kernel/evidence.js';
import { type Refusal, refusal } from '../kernel/refusal.js';
import { LockInStatusStore } from './days/status-row.js';
import type { LockInDocument } from './measure/lock-in-document.js';
import { scoreEvidence } from './measure/score-evidence.js';

@Injectable()
export class LockInReading {
  constructor(@Inject(LockInStatusStore) private readonly status: LockInStatusStore) {}

  /** Of the time at which it was measured. Refused where nothing was measured yet. */
  async reading(projectId: string): Promise<EvidenceDraft | Refusal> {
    const row = await this.status.read(projectId);
    return row === null
      ? refusal('not-found', 'Lock-in was not measured yet.')
      : scoreEvidence(JSON.parse(row.document) as LockInDocument, row.measuredAt);
  }
}
