// May this be declared? A declaration has to be a value that its indicator knows, of a time that has been, with evidence
// where it says so; and it does not take the place of what the service measures itself.
import { type FieldFault, type Refusal, refusal } from '../../kernel/refusal.js';
import type { Indicator } from '../indicator.js';
import type { Fact } from '../score/fact.js';
import { freshnessOf } from '../score/score-ledger.js';
import { type FactValue, riskOf, type ValueFunction } from '../score/value-function.js';
import { type FactDraft, measurer } from './new-facts.js';

export interface Declaration {
  readonly indicatorId: string;
  readonly value: FactValue;
  readonly basis: 'documented' | 'declared';
  /** When it was true; null: now. */
  readonly observedAt: number | null;
  readonly validUntil: number | null;
  /** Ids or addresses of what shows it. */
  readonly evidence: readonly string[];
  readonly note: string;
  /** Who answers for it. */
  readonly owner: string;
}

export interface DeclarationQuestion {
  readonly declaration: Declaration;
  readonly indicators: readonly Indicator[];
  readonly ruling: ReadonlyMap<string, Fact>;
  readonly now: number;
}

/** A measured fact that is fresher than this holds against what somebody declares. */
const freshnessMin = 0.5;

export function checkDeclaration(question: DeclarationQuestion): FactDraft | Refusal {
  const { declaration, indicators, ruling, now } = question;
  const indicator = indicators.find((one) => one.id === declaration.indicatorId);
  if (indicator === undefined) {
    return refusal('bad-request', 'There is no such indicator; GET …/lock-in/indicators names all of them.', {
      fields: [{ pointer: '/indicator', reason: 'is no indicator' }],
    });
  }
  const faults = faultsOf(declaration, indicator, now);
  if (faults.length > 0) {
    return refusal('bad-request', `These fields are faulty: ${faults.map((one) => one.pointer).join(', ')}.`, {
      fields: faults,
    });
  }
  const known = ruling.get(indicator.id);
  const isMeasured = known !== undefined && known.recordedBy === measurer && known.basis !== 'catalogue';
  if (isMeasured && freshnessOf(known, indicator.halfLifeDays, now) >= freshnessMin) {
    const words = `It is measured here (${known.note}) and a declaration does not take the place of a measurement.`;
    return refusal('conflict', words);
  }
  const { indicatorId, value, validUntil, evidence, note, owner } = declaration;
  return {
    indicatorId,
    value,
    basis: basisOf(declaration),
    observedAt: declaration.observedAt ?? now,
    validUntil,
    recordedBy: owner,
    evidence,
    note,
  };
}

function basisOf({ basis, evidence }: Declaration): FactDraft['basis'] {
  return basis === 'documented' ? 'documented' : evidence.length > 0 ? 'declared with evidence' : 'declared';
}

function faultsOf({ value, basis, observedAt, validUntil, evidence }: Declaration, of: Indicator, now: number) {
  const faults: FieldFault[] = [];
  if (riskOf(of.value, value) === null) {
    faults.push({ pointer: '/value', reason: `must be ${valuesOf(of.value)}` });
  }
  if (observedAt !== null && observedAt > now) {
    faults.push({ pointer: '/observedAt', reason: 'lies in the future' });
  }
  if (validUntil !== null && validUntil <= Math.max(now, observedAt ?? now)) {
    faults.push({ pointer: '/validUntil', reason: 'is over already' });
  }
  if (basis === 'documented' && evidence.length === 0) {
    faults.push({ pointer: '/evidence', reason: 'a documented fact names its document' });
  }
  return faults;
}

/** In words, for a person who has to give one. */
export function valuesOf(value: ValueFunction): string {
  return value.kind === 'choice' ? `one of ${Object.keys(value.risks).join(', ')}` : `a number (${value.unit})`;
}
