// Scores, bands and facts as people read them.
import type { Tone } from '../../../pieces/badge';

interface BandWords {
  readonly tone: Tone;
  readonly word: string;
}

const bands: Readonly<Record<string, BandWords>> = {
  low: { tone: 'good', word: 'Low' },
  moderate: { tone: 'good', word: 'Moderate' },
  high: { tone: 'warn', word: 'High' },
  severe: { tone: 'bad', word: 'Severe' },
};

/** Null is not assessed: too little is known, and it has to be treated like high. */
export function bandWords(band: string | null): BandWords {
  return band === null ? { tone: 'unknown', word: 'Not assessed' } : (bands[band] ?? { tone: 'unknown', word: band });
}

/** One digit; points are no money. */
export function pointsOf(value: number): string {
  return value.toLocaleString('en', { minimumFractionDigits: 1, maximumFractionDigits: 1 });
}

/** With its sign; a change that rounds to nothing says so. */
export function signed(value: number): string {
  const shown = pointsOf(Math.abs(value));
  return shown === '0.0' ? '±0.0' : `${value > 0 ? '+' : '−'}${shown}`;
}

export function usd(value: number | null): string {
  return value === null ? 'not estimated' : `$${value.toLocaleString('en', { maximumFractionDigits: 0 })}`;
}

const basisWords: Readonly<Record<string, readonly [Tone, string]>> = {
  measured: ['good', 'Measured'],
  documented: ['good', 'Documented'],
  'declared with evidence': ['accent', 'Declared, with evidence'],
  declared: ['warn', 'Declared'],
  catalogue: ['good', 'Catalogue'],
};

export function basisOf(basis: string): readonly [Tone, string] {
  return basisWords[basis] ?? ['unknown', basis];
}

const answerWords: Readonly<Record<string, string>> = {
  m6: 'within 6 months',
  m12: 'within 12 months',
  m24: 'within 24 months',
  d30: 'with 30 days of notice',
  d90: 'with 90 days of notice',
  I: 'class I',
  II: 'class II',
  III: 'class III',
  non_inferior: 'not worse',
};

/** What the service found out itself stands under its own name. */
export function ownerWord(person: string): string {
  return person === 'system' ? 'Openward' : person;
}

/** The API’s description says object where a number or a word comes; the page takes what comes. */
export type FactValue = number | string | object;

export const asComes = (value: FactValue) => value as number | string;

/** A value of an indicator: a share as percent, a word with spaces. */
export function factValue(value: FactValue, unit: string | null): string {
  const said = asComes(value);
  if (typeof said === 'string') {
    return answerWords[said] ?? said.replaceAll('_', ' ');
  }
  if (unit === 'share') {
    return `${(said * 100).toLocaleString('en', { maximumFractionDigits: 1 })} %`;
  }
  const shown = said.toLocaleString('en', { maximumFractionDigits: 2 });
  return unit === null || unit === 'ratio' ? shown : `${shown} ${unit}`;
}

const dayMs = 86_400_000;

export function ageDays(at: string, now = Date.now()): number {
  return Math.max(0, Math.floor((now - Date.parse(at)) / dayMs));
}

export function daysWords(days: number): string {
  return days === 0 ? 'today' : days === 1 ? '1 day' : `${days.toLocaleString('en')} days`;
}

const roleWords: Readonly<Record<string, string>> = {
  lead: 'Lead',
  'risk-owner': 'Risk owner',
  operator: 'Operator',
  approver: 'Approver',
  admin: 'Administrator',
};

export function roleWord(role: string): string {
  return roleWords[role] ?? role;
}
