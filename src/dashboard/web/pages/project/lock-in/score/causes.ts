// The changes of the days, added up by cause, so that three lines together make the way of the score.
import type { Schemas } from '../../../../api/client';

type Day = Pick<Schemas['LockInDayResponse'], 'day' | 'change'>;

export interface Causes {
  /** Seconds since the epoch. */
  readonly times: readonly number[];
  readonly byFacts: readonly number[];
  readonly byAgeing: readonly number[];
  readonly byProfile: readonly number[];
}

/** From the first day on, which stands at zero: what it changed by came before the picture. Days that do not tell add nothing. */
export function causesOf(days: readonly Day[]): Causes {
  const added = (part: 'byFacts' | 'byAgeing' | 'byProfile') => {
    let sum = 0;
    return days.map(({ change }, place) => {
      sum += place === 0 ? 0 : (change?.[part] ?? 0);
      return sum;
    });
  };
  return {
    times: days.map(({ day }) => Date.parse(`${day}T00:00:00Z`) / 1000),
    byFacts: added('byFacts'),
    byAgeing: added('byAgeing'),
    byProfile: added('byProfile'),
  };
}
