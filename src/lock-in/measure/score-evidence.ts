// What a gate is told of lock-in: the number with its interval, and what no average may hide.
import { digestOf } from '../../kernel/digest.js';
import type { EvidenceDraft } from '../../kernel/evidence.js';
import type { LockInDocument } from './lock-in-document.js';

/** Evidence of kind `lockin.score`. */
export function scoreEvidence(document: LockInDocument, measuredAt: number): EvidenceDraft {
  const { score, low, high, confidence, band, blockedBecause, forced, daysToShutdown, vendorShare } = document;
  const value = {
    ...{ score: tenth(score), low: tenth(low), high: tenth(high), confidence: hundredth(confidence), band },
    floors: document.floors.map(({ name, scoreMin, blocks, because }) => ({ name, scoreMin, blocks, because })),
    blockedBecause,
    forced,
    daysToShutdown,
    vendorShare: hundredth(vendorShare),
    profileVersion: document.profileVersion,
  };
  return {
    kind: 'lockin.score',
    source: 'measured',
    measuredAt,
    inputsDigest: digestOf(value),
    methodVersion: document.scoringVersion,
    outcome: blockedBecause.length > 0 ? 'fail' : band === null ? 'inconclusive' : 'pass',
    value,
  };
}

/** Gates judge by what people read, and not by the last bit. */
function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}

function hundredth(value: number): number {
  return Math.round(value * 100) / 100;
}
