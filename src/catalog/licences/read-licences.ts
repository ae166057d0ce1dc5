// Reads the licences of models and the terms of vendors, as far as the catalogue shows them and gates hang on them. The rules
// by which rows may be trained on are read from the same files by readiness.
import { type EntryReader, entriesOf } from '../reading/entry-reader.js';
import type { LicenceLimits, ModelLicence } from './model-licence.js';

/** What a vendor's terms say about teaching other models with its answers. */
export interface VendorTermsText {
  readonly id: string;
  readonly vendor: string;
  readonly route: string;
  /** Parts of an address, lower case. */
  readonly addresses: readonly string[];
  /** Beginnings of model names, lower case. */
  readonly models: readonly string[];
  readonly clause: string;
  readonly url: string;
  /** ISO days, both inclusive; null: in force. */
  readonly effectiveFrom: string;
  readonly effectiveUntil: string | null;
  readonly text: string;
  /** `sha256` of the published text that was read, hex; null: none was taken down. */
  readonly textSha256: string | null;
  readonly lastReviewed: string;
  readonly reviewer: string;
}

function readLimits(reader: EntryReader): LicenceLimits {
  if (!reader.has('limits')) {
    reader.fault('limits', 'must be given', null);
  }
  const part = reader.part('limits');
  const limits: LicenceLimits = {
    isOpenSource: part.flagOrNull('isOpenSource'),
    isCommercialAllowed: part.flagOrNull('isCommercialAllowed'),
    monthlyUsersMax: part.countOrNull('monthlyUsersMax'),
    hasUserLimit: part.has('monthlyUsersMax') ? true : part.flagOrNull('hasUserLimit'),
    usersCounted: part.textOrNull('usersCounted'),
    isEuMultimodalExcluded: part.flagOrNull('isEuMultimodalExcluded'),
    mayTrainOthers: part.flagOrNull('mayTrainOthers'),
    naming: part.textOrNull('naming'),
    noticeDuty: part.textOrNull('noticeDuty'),
    hasUsePolicy: part.flagOrNull('hasUsePolicy'),
    outOfScope: part.textOrNull('outOfScope'),
  };
  part.refuseOthers(Object.keys(limits));
  return limits;
}

function readLicence(reader: EntryReader): ModelLicence {
  return {
    family: reader.text('family'),
    models: reader.texts('models').map((one) => one.toLowerCase()),
    licence: reader.text('licence'),
    url: reader.text('url'),
    duties: reader.texts('duties'),
    limits: readLimits(reader),
    lastReviewed: reader.day('lastReviewed'),
  };
}

const sha256 = /^[0-9a-f]{64}$/;

function readDigest(reader: EntryReader): string | null {
  const told = reader.textOrNull('textSha256');
  return told === null || sha256.test(told) ? told : reader.fault('textSha256', 'must be a SHA-256 in hex', null);
}

function readTerms(reader: EntryReader): VendorTermsText {
  return {
    id: reader.text('id'),
    vendor: reader.text('vendor'),
    route: reader.text('route'),
    addresses: reader.texts('addresses').map((one) => one.toLowerCase()),
    models: reader.texts('models').map((one) => one.toLowerCase()),
    clause: reader.text('clause'),
    url: reader.text('url'),
    effectiveFrom: reader.day('effectiveFrom'),
    effectiveUntil: reader.dayOrNull('effectiveUntil'),
    text: reader.text('text'),
    textSha256: readDigest(reader),
    lastReviewed: reader.day('lastReviewed'),
    reviewer: reader.text('reviewer'),
  };
}

/** @param document the parsed file of licences. Adds every fault to `faults`. */
export function readLicences(document: unknown, faults: string[]): readonly ModelLicence[] {
  const licences = entriesOf(document, 'modelLicences', faults).map(readLicence);
  const families = licences.map(({ family }) => family);
  for (const twice of new Set(families.filter((one, index) => families.indexOf(one) !== index))) {
    faults.push(`modelLicences: ${twice} stands there twice`);
  }
  return licences;
}

/** @param document the parsed file of terms. Adds every fault to `faults`. */
export function readVendorTerms(document: unknown, faults: string[]): readonly VendorTermsText[] {
  return entriesOf(document, 'terms', faults).map(readTerms);
}
