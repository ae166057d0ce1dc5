// One statement about one arrangement, with what it rests on: the arrangement's own document where it says something that
// is not too old, else the fact that rules for the project.
import type { FactValue } from '../../score/value-function.js';
import type { ProjectPicture } from '../project-picture.js';
import type { ArrangementDocument } from '../register-document.js';
import { ageDaysOf, believedFact, indicatorOf } from './believed-fact.js';

export interface Statement {
  readonly value: FactValue | null;
  readonly factId: string | null;
  readonly source: 'register' | 'fact' | 'measured' | 'nobody';
  readonly ageDays: number | null;
  readonly confidence: number | null;
}

export const unsaid: Statement = { value: null, factId: null, source: 'nobody', ageDays: null, confidence: null };

/** What the document says, whatever its age; null in it is unsaid. */
export function documentStatement(
  value: FactValue | null,
  document: ArrangementDocument,
  { now }: ProjectPicture,
): Statement {
  const confidence = document.arrangement.evidence.length > 0 ? 0.8 : 0.5;
  return value === null
    ? unsaid
    : { value, factId: null, source: 'register', ageDays: ageDaysOf(document.toldAt, now), confidence };
}

export function factStatement(picture: ProjectPicture, indicatorId: string): Statement {
  const known = believedFact(picture, indicatorId);
  if (known === null) {
    return unsaid;
  }
  const { value, fact, ageDays, confidence } = known;
  return { value, factId: fact.id, source: fact.basis === 'measured' ? 'measured' : 'fact', ageDays, confidence };
}

/** @param told what the document says of the indicator; null: nothing */
export function statementOf(
  indicatorId: string,
  told: FactValue | null,
  { document, picture }: { document: ArrangementDocument; picture: ProjectPicture },
): Statement {
  const ruling = believedFact(picture, indicatorId);
  const isTooOld = ageDaysOf(document.toldAt, picture.now) > 2 * indicatorOf(indicatorId).halfLifeDays;
  if (told === null || isTooOld) {
    return factStatement(picture, indicatorId);
  }
  const own = documentStatement(told, document, picture);
  const isOwnFact = ruling?.fact.evidence.includes(document.id) === true && ruling.value === told;
  return isOwnFact ? { ...own, factId: ruling.fact.id, confidence: ruling.confidence } : own;
}
