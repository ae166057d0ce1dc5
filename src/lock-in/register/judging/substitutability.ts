// How hard is it to replace the vendor? By the barriers: the indicators that say what stands in the way of leaving, taken
// at the upper end of what the facts allow. Bands at 25, 50 and 75 points; without an alternative on record, or with none
// that passed on any critical segment, it is not substitutable. Codes of Implementing Regulation (EU) 2024/2956, B_07.01.
import { sourceIndicators } from '../../indicators/source/source-indicators.js';
import type { Arrangement, Override } from '../arrangement.js';
import type { ProjectPicture } from '../project-picture.js';
import { believedFact, upperRisk } from './believed-fact.js';

export type Substitutability = Override['code'];

/** From the mildest to the worst. */
export const substitutabilities: readonly Substitutability[] = [
  'easily',
  'medium_complexity',
  'highly_complex',
  'not_substitutable',
];

export type HardBecause = 'lack_of_alternatives' | 'migration_or_reintegration_difficulty' | 'both';

export interface Substitution {
  /** What holds: the override where there is one. */
  readonly answer: Substitutability;
  readonly byMeasure: Substitutability;
  readonly override: Override | null;
  readonly because: string;
  /** 0 to 100; null: the project was not scored yet. */
  readonly barrierUpper: number | null;
  /** Null where replacing it is not hard. */
  readonly reason: HardBecause | null;
  readonly shareOfAlternatives: number;
  readonly shareOfMigration: number;
}

const reasonShareMin = 0.4;
const barriers = sourceIndicators.filter((one) => one.isBarrier);
const isOfAlternatives = (id: string) => id.startsWith('7.') || id === '6.5';

export function substitutionOf(
  { substitutabilityOverride: override }: Arrangement,
  picture: ProjectPicture,
): Substitution {
  const parts = barrierParts(picture);
  const weight = parts.reduce((sum, part) => sum + part.weight, 0);
  const squares = parts.reduce((sum, part) => sum + part.square, 0);
  const barrierUpper = weight === 0 ? null : 100 * Math.sqrt(squares / weight);
  const ofAlternatives = parts.filter(({ id }) => isOfAlternatives(id)).reduce((sum, part) => sum + part.square, 0);
  const shareOfAlternatives = squares === 0 ? 0 : ofAlternatives / squares;
  const shareOfMigration = squares === 0 ? 0 : 1 - shareOfAlternatives;
  const { byMeasure, because, lacksAlternative } = judged(picture, barrierUpper);
  const answer = override?.code ?? byMeasure;
  const isHard = answer === 'highly_complex' || answer === 'not_substitutable';
  return {
    answer,
    byMeasure,
    override,
    because: override === null ? because : `${override.reason} (by measure: ${byMeasure.replaceAll('_', ' ')})`,
    barrierUpper,
    reason: isHard
      ? reasonOf({ alternatives: lacksAlternative ? 1 : shareOfAlternatives, migration: shareOfMigration })
      : null,
    shareOfAlternatives,
    shareOfMigration,
  };
}

interface BarrierPart {
  readonly id: string;
  readonly weight: number;
  readonly square: number;
}

function barrierParts(picture: ProjectPicture): readonly BarrierPart[] {
  const weights = new Map(picture.assessment?.ledgers.source.indicators.map(({ id, weight }) => [id, weight]));
  return barriers.map(({ id }) => {
    const weight = weights.get(id) ?? 0;
    return { id, weight, square: weight * upperRisk(picture, id) ** 2 };
  });
}

interface Judged {
  readonly byMeasure: Substitutability;
  readonly because: string;
  readonly lacksAlternative: boolean;
}

function judged(picture: ProjectPicture, barrier: number | null): Judged {
  const alternatives = believedFact(picture, '6.5')?.value ?? null;
  if (alternatives === null || alternatives === 'none') {
    return hopeless('No alternative is on record.', true);
  }
  const isTested = alternatives === 'one' || alternatives === 'two';
  const uncovered = believedFact(picture, '7.2')?.value ?? 1;
  if (isTested && typeof uncovered === 'number' && uncovered >= 1) {
    return hopeless('An alternative was evaluated and is not known to pass on any critical segment.', true);
  }
  if (barrier === null) {
    return hopeless('What stands in the way of leaving was not scored yet.', false);
  }
  const because = `Barriers reach up to ${barrier.toFixed(1)} of 100 points.`;
  const byMeasure = barrier < 25 ? 'easily' : barrier < 50 ? 'medium_complexity' : 'highly_complex';
  return { byMeasure, because, lacksAlternative: false };
}

function hopeless(because: string, lacksAlternative: boolean): Judged {
  return { byMeasure: 'not_substitutable', because, lacksAlternative };
}

/** Both where each holds four tenths of the barrier points; else the larger one. */
function reasonOf({ alternatives, migration }: { alternatives: number; migration: number }): HardBecause {
  if (alternatives >= reasonShareMin && migration >= reasonShareMin) {
    return 'both';
  }
  return alternatives > migration ? 'lack_of_alternatives' : 'migration_or_reintegration_difficulty';
}
