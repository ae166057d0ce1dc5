// How many rows may be trained on, and which sources stand in the way? Shared by the checks on rights.
import type { Measured } from '../check.js';
import type { SourceRights } from '../facts/rights-facts.js';
import { counted } from '../judging/in-words.js';
import { countMeasured, unmeasured } from '../judging/measured.js';

export interface RightsTally {
  readonly blocked: number;
  readonly unknown: number;
  /** Of those that need a signature and have none. */
  readonly unsigned: number;
  readonly signed: number;
  readonly permitted: number;
}

export function tallyOf(sources: readonly SourceRights[]): RightsTally {
  const rowsWhere = (holds: (source: SourceRights) => boolean) =>
    sources.filter(holds).reduce((sum, { rows }) => sum + rows, 0);
  return {
    blocked: rowsWhere(({ ruling }) => ruling === 'blocked'),
    unknown: rowsWhere(({ ruling }) => ruling === 'unknown'),
    unsigned: rowsWhere(({ ruling, acknowledgement }) => ruling === 'acknowledge' && acknowledgement === null),
    signed: rowsWhere(({ ruling, acknowledgement }) => ruling === 'acknowledge' && acknowledgement !== null),
    permitted: rowsWhere(({ ruling }) => ruling === 'permitted'),
  };
}

const shownSources = 5;
const order = ['blocked', 'unknown', 'acknowledge', 'permitted'] as const;

/** Null where there is no source at all. Value: rows that may not be trained on as it stands. */
export function rightsMeasured(sources: readonly SourceRights[]): Measured {
  const tally = tallyOf(sources);
  const rows = sources.reduce((sum, source) => sum + source.rows, 0);
  if (rows === 0) {
    return unmeasured('rows');
  }
  const worstFirst = [...sources].sort((one, other) => order.indexOf(one.ruling) - order.indexOf(other.ruling));
  const told = worstFirst.slice(0, shownSources).map(sentenceOf).join(' ');
  const value = tally.blocked + tally.unknown + tally.unsigned;
  return countMeasured({ value, unit: 'rows', denominator: rows }, { details: { ...tally, told } });
}

function sentenceOf({ source, rows, ruling, because, acknowledgement }: SourceRights): string {
  const signature =
    acknowledgement === null ? 'needs the signature of a named person' : `signed by ${acknowledgement.by}`;
  const verdict = ruling === 'acknowledge' ? signature : ruling;
  return `${source} (${counted(rows)} rows): ${verdict}. ${because}`;
}
