// What the rules on rights look like once they are read: vendors' terms, licences of data, licences of models. They are
// data, in config/catalog, each with its clause, its date and who last looked at it.
import type { RightsRuling } from '../facts/rights-facts.js';
import type { TargetFacts } from '../facts/target-facts.js';

export type TargetKind = TargetFacts['kind'];
export type Distribution = TargetFacts['distribution'];

export interface VendorTerms {
  readonly id: string;
  readonly vendor: string;
  readonly route: string;
  /** Parts of an address or of a declared source, in lower case. */
  readonly addresses: readonly string[];
  /** Beginnings of model names, in lower case. */
  readonly models: readonly string[];
  readonly clause: string;
  readonly url: string;
  /** Inclusive, ms at midnight UTC. */
  readonly effectiveFrom: number;
  /** Inclusive; null: in force. */
  readonly effectiveUntil: number | null;
  readonly rulings: Readonly<Record<TargetKind, Readonly<Record<Distribution, RightsRuling>>>>;
  readonly onlyFamily: string | null;
  readonly personalData: 'allowed' | 'forbidden';
  readonly text: string;
  readonly lastReviewed: number;
  readonly reviewer: string;
}

export const licenceKinds = ['permissive', 'attribution', 'share-alike', 'non-commercial', 'no-derivatives'] as const;
export type LicenceKind = (typeof licenceKinds)[number];

export interface DataLicence {
  readonly spdx: string;
  readonly kind: LicenceKind;
  readonly duty: string;
}

export interface ModelLicence {
  readonly family: string;
  readonly models: readonly string[];
  readonly licence: string;
  readonly url: string;
  readonly acceptance: boolean;
  readonly duties: readonly string[];
  readonly lastReviewed: number;
}

export interface RightsRules {
  readonly terms: readonly VendorTerms[];
  readonly licences: readonly DataLicence[];
  readonly modelLicences: readonly ModelLicence[];
}

/** `meta-llama/Llama-2-7b-chat-hf` → `llama-2-7b-chat-hf`; `models/gemini-2.0-flash` → `gemini-2.0-flash`. */
export function bareModelName(model: string): string {
  return model.slice(model.lastIndexOf('/') + 1).toLowerCase();
}

/** Length of the longest beginning that the name has; 0: none. */
export function longestBeginning(name: string, beginnings: readonly string[]): number {
  return beginnings.reduce((longest, one) => (name.startsWith(one) ? Math.max(longest, one.length) : longest), 0);
}

/** The licence of a model by its name; null: none is on file. */
export function modelLicenceOf(model: string, rules: RightsRules): ModelLicence | null {
  const names = [model.toLowerCase(), bareModelName(model)];
  const fit = (licence: ModelLicence) => Math.max(...names.map((name) => longestBeginning(name, licence.models)));
  const best = [...rules.modelLicences].sort((one, other) => fit(other) - fit(one))[0];
  return best === undefined || fit(best) === 0 ? null : best;
}
