// Reads the licences and the vendors' terms of config/catalog. Finds every fault, each with its place: a rule that is half there must not rule.
import { type RightsRuling, rightsRulings } from '../facts/rights-facts.js';
import {
  type DataLicence,
  type Distribution,
  licenceKinds,
  type ModelLicence,
  type RightsRules,
  type TargetKind,
  type VendorTerms,
} from './rights-rules.js';

type Fields = Readonly<Record<string, unknown>>;

const targetKinds: readonly TargetKind[] = ['generative', 'classifier', 'embedder'];
const distributions: readonly Distribution[] = ['internal', 'distributed', 'unknown'];
const dayShape = /^\d{4}-\d{2}-\d{2}$/;

class FieldReader {
  constructor(
    private readonly fields: Fields,
    private readonly place: string,
    readonly faults: string[],
  ) {}

  text(key: string, may: { readonly beEmpty: boolean } = { beEmpty: false }): string {
    const value = this.fields[key];
    if (typeof value !== 'string' || (!may.beEmpty && value.trim() === '')) {
      this.fault(key, 'must be a text');
      return '';
    }
    return value.trim();
  }

  textOrNull(key: string): string | null {
    return this.fields[key] === null ? null : this.text(key);
  }

  texts(key: string): string[] {
    const value = this.fields[key];
    if (!Array.isArray(value) || !value.every((one) => typeof one === 'string' && one.trim() !== '')) {
      this.fault(key, 'must be a list of texts');
      return [];
    }
    return value.map(String);
  }

  flag(key: string): boolean {
    const value = this.fields[key];
    if (typeof value !== 'boolean') {
      this.fault(key, 'must be true or false');
    }
    return value === true;
  }

  oneOf<Choice extends string>(key: string, choices: readonly Choice[]): Choice {
    const found = choices.find((choice) => choice === this.fields[key]);
    if (found === undefined) {
      this.fault(key, `must be one of ${choices.join(', ')}`);
    }
    return found ?? (choices[0] as Choice);
  }

  day(key: string): number {
    const value = this.fields[key];
    const at = typeof value === 'string' && dayShape.test(value) ? Date.parse(value) : Number.NaN;
    if (Number.isNaN(at)) {
      this.fault(key, 'must be a day such as 2026-01-31, in quotes');
      return 0;
    }
    return at;
  }

  dayOrNull(key: string): number | null {
    return this.fields[key] === null ? null : this.day(key);
  }

  part(key: string): FieldReader {
    const value = this.fields[key];
    if (!isFields(value)) {
      this.fault(key, 'must be a map');
    }
    return new FieldReader(isFields(value) ? value : {}, `${this.place}.${key}`, this.faults);
  }

  refuseOthers(known: readonly string[]): void {
    for (const key of Object.keys(this.fields).filter((one) => !known.includes(one))) {
      this.fault(key, 'is no known key');
    }
  }

  fault(key: string, reason: string): void {
    this.faults.push(`${this.place}.${key} ${reason}`);
  }
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function rulingsOf(reader: FieldReader): VendorTerms['rulings'] {
  const byKind = targetKinds.map((kind) => {
    const part = reader.part(kind);
    part.refuseOthers(distributions);
    return [kind, Object.fromEntries(distributions.map((one) => [one, part.oneOf<RightsRuling>(one, rightsRulings)]))];
  });
  reader.refuseOthers(targetKinds);
  return Object.fromEntries(byKind) as VendorTerms['rulings'];
}

function readTerms(reader: FieldReader): VendorTerms {
  const terms: VendorTerms = {
    id: reader.text('id'),
    vendor: reader.text('vendor'),
    route: reader.text('route'),
    addresses: reader.texts('addresses').map((one) => one.toLowerCase()),
    models: reader.texts('models').map((one) => one.toLowerCase()),
    clause: reader.text('clause'),
    url: reader.text('url'),
    effectiveFrom: reader.day('effectiveFrom'),
    effectiveUntil: reader.dayOrNull('effectiveUntil'),
    rulings: rulingsOf(reader.part('rulings')),
    onlyFamily: reader.textOrNull('onlyFamily'),
    personalData: reader.oneOf('personalData', ['allowed', 'forbidden'] as const),
    text: reader.text('text'),
    lastReviewed: reader.day('lastReviewed'),
    reviewer: reader.text('reviewer'),
  };
  if (terms.effectiveUntil !== null && terms.effectiveUntil < terms.effectiveFrom) {
    reader.fault('effectiveUntil', 'lies before effectiveFrom');
  }
  reader.refuseOthers(Object.keys(terms));
  return terms;
}

function readLicence(reader: FieldReader): DataLicence {
  const licence: DataLicence = {
    spdx: reader.text('spdx'),
    kind: reader.oneOf('kind', licenceKinds),
    duty: reader.text('duty', { beEmpty: true }),
  };
  reader.refuseOthers(Object.keys(licence));
  return licence;
}

function readModelLicence(reader: FieldReader): ModelLicence {
  const licence: ModelLicence = {
    family: reader.text('family'),
    models: reader.texts('models').map((one) => one.toLowerCase()),
    licence: reader.text('licence'),
    url: reader.text('url'),
    acceptance: reader.flag('acceptance'),
    duties: reader.texts('duties'),
    lastReviewed: reader.day('lastReviewed'),
  };
  // What the use of the weights hangs on is read and judged by the catalogue.
  reader.refuseOthers([...Object.keys(licence), 'limits']);
  return licence;
}

interface ListReading<Item> {
  readonly name: string;
  readonly read: (reader: FieldReader) => Item;
  readonly keyOf: (item: Item) => string;
}

function readList<Item>(document: unknown, { name, read, keyOf }: ListReading<Item>, faults: string[]): Item[] {
  const list = isFields(document) ? document[name] : undefined;
  if (!Array.isArray(list) || list.length === 0) {
    faults.push(`${name}: must be a list with at least one entry`);
    return [];
  }
  const items = list.map((entry: unknown, at) =>
    read(new FieldReader(isFields(entry) ? entry : {}, `${name}[${at}]`, faults)),
  );
  const keys = items.map(keyOf);
  for (const key of new Set(keys.filter((one, at) => keys.indexOf(one) !== at))) {
    faults.push(`${name}: ${key} stands there twice`);
  }
  return items;
}

/** @param documents the parsed files. Throws an Error that names every fault. */
export function readRightsRules(documents: { readonly terms: unknown; readonly licences: unknown }): RightsRules {
  const faults: string[] = [];
  const rules: RightsRules = {
    terms: readList(documents.terms, { name: 'terms', read: readTerms, keyOf: ({ id }) => id }, faults),
    licences: readList(
      documents.licences,
      { name: 'licences', read: readLicence, keyOf: ({ spdx }) => spdx.toLowerCase() },
      faults,
    ),
    modelLicences: readList(
      documents.licences,
      { name: 'modelLicences', read: readModelLicence, keyOf: ({ family }) => family },
      faults,
    ),
  };
  const families = new Set(rules.modelLicences.map(({ family }) => family));
  for (const { id, onlyFamily } of rules.terms) {
    if (onlyFamily !== null && !families.has(onlyFamily)) {
      faults.push(`terms: ${id} names the family ${onlyFamily}, which modelLicences does not have`);
    }
  }
  if (faults.length > 0) {
    throw new Error(`the rules on rights are faulty:\n${faults.join('\n')}`);
  }
  return rules;
}
