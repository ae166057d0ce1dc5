// May the answers of this vendor teach this target? The ruling for kind and distribution of the target, made stricter where
// the version of the terms is not known, and where outputs may only improve models of their own family.
import type { RightsRuling, SourceRights } from '../facts/rights-facts.js';
import { type AnswerOrigin, matchTerms } from './match-terms.js';
import { modelLicenceOf, type RightsRules, type VendorTerms } from './rights-rules.js';
import type { TargetUse } from './target-use.js';

export interface VendorRows extends AnswerOrigin {
  /** Of the connection, as the project calls it. */
  readonly vendor: string;
  readonly rows: number;
}

export interface JudgedTerms {
  readonly rights: SourceRights;
  /** Null: no terms are on file. */
  readonly terms: VendorTerms | null;
  readonly isVersionKnown: boolean;
}

interface Use {
  readonly target: TargetUse;
  readonly rules: RightsRules;
}

export function judgeVendorTerms(answers: VendorRows, { target, rules }: Use): JudgedTerms {
  const matched = matchTerms(answers, rules.terms);
  if (matched === null) {
    const named = answers.model === null ? `the connection ${answers.vendor}` : `${answers.model} by ${answers.vendor}`;
    const because = `No terms are on file for ${named}. Name its contract route, or add its terms to config/catalog.`;
    const rights = { source: `vendor:${answers.vendor}`, rows: answers.rows, ruling: 'unknown', because } as const;
    return { rights: { ...rights, url: null, acknowledgement: null }, terms: null, isVersionKnown: false };
  }
  const { terms, isVersionKnown } = matched;
  const { ruling, reason } = rulingFor(terms, { target, rules });
  const rights: SourceRights = {
    source: `vendor:${terms.vendor}/${terms.route}`,
    rows: answers.rows,
    ruling: isVersionKnown || ruling !== 'permitted' ? ruling : 'acknowledge',
    because: [
      `${terms.clause} (from ${dayOf(terms.effectiveFrom)}, last read ${dayOf(terms.lastReviewed)}): ${terms.text}`,
      reason,
      isVersionKnown ? '' : 'Some answers are of a time for which no version of these terms is on file.',
    ]
      .filter((sentence) => sentence !== '')
      .join(' '),
    url: terms.url,
    acknowledgement: null,
    ...(terms.personalData === 'forbidden' ? { forbidsPersonalData: true } : {}),
  };
  return { rights, terms, isVersionKnown };
}

function rulingFor(terms: VendorTerms, { target, rules }: Use): { ruling: RightsRuling; reason: string } {
  const ruling = terms.rulings[target.kind][target.distribution];
  if (terms.onlyFamily === null || target.kind !== 'generative') {
    return { ruling, reason: '' };
  }
  if (target.model === null) {
    return { ruling: 'unknown', reason: 'Which model is to be trained has not been said.' };
  }
  const family = modelLicenceOf(target.model, rules)?.family ?? null;
  return family === terms.onlyFamily
    ? { ruling, reason: `${target.model} is of that family.` }
    : { ruling: 'blocked', reason: `${target.model} is not of that family.` };
}

export function dayOf(at: number): string {
  return new Date(at).toISOString().slice(0, 10);
}
