// Who made the model that answered? A reseller's name hides the developer, and four vendors may stand on one model, so
// concentration is counted by developer. A name tells it by what it begins with, once what resellers put before is gone.
import { type EntryReader, entriesOf } from '../reading/entry-reader.js';

export interface Developer {
  readonly name: string;
  /** IANA name: where its day of shutdown begins. */
  readonly timeZone: string;
  /** Beginnings of names of its models, lower case. */
  readonly modelNames: readonly string[];
  /** Days of notice that its policy promises; null: it promises none that we know. */
  readonly promisedNoticeDays: number | null;
  readonly promiseSource: string | null;
  readonly attrition: Attrition | null;
}

/** How fast a developer's models leave, per model and year, counted in a list of prices over time. */
export interface Attrition {
  readonly perYear: number;
  /** The list keeps dead rows: what it shows is the least. */
  readonly isLowerBound: boolean;
  /** ISO days. */
  readonly countedFrom: string;
  readonly countedUntil: string;
  readonly source: string;
}

/** `openrouter/openai/gpt-4o`, `us.anthropic.claude-3`, `models/gemini-2.5-pro`, `ft:gpt-4o-2024-08-06:acme::x`. */
const before = /^(?:(?:[a-z0-9_.-]+\/)+|(?:us|eu|apac|global)\.|ft:)/i;
const vendorDot = /^(?:anthropic|meta|mistral|cohere|amazon|ai21|deepseek|qwen|openai|google)\./i;
/** What this process serves itself names its artefact after the recipe. */
const artefact = /:art_[0-9a-z]+$/;

/** The name of a model without what resellers, tuning and this process put around it, in lower case. */
export function plainModelName(name: string): string {
  const bare = name.trim().replace(artefact, '').replace(before, '').replace(vendorDot, '');
  return (name.startsWith('ft:') ? (bare.split(':')[0] ?? bare) : bare).toLowerCase();
}

/** The developer whose names fit best; null when none is known to make models of such a name. */
export function developerByName(name: string, developers: readonly Developer[]): Developer | null {
  const plain = plainModelName(name);
  let best: { readonly developer: Developer; readonly length: number } | null = null;
  for (const developer of developers) {
    for (const beginning of developer.modelNames) {
      if (plain.startsWith(beginning) && beginning.length > (best?.length ?? 0)) {
        best = { developer, length: beginning.length };
      }
    }
  }
  return best?.developer ?? null;
}

function readAttrition(reader: EntryReader): Attrition | null {
  if (!reader.has('attrition')) {
    return null;
  }
  const part = reader.part('attrition');
  const attrition: Attrition = {
    perYear: part.number('perYear'),
    isLowerBound: part.flagOrNull('isLowerBound') ?? false,
    countedFrom: part.day('countedFrom'),
    countedUntil: part.day('countedUntil'),
    source: part.text('source'),
  };
  part.refuseOthers(Object.keys(attrition));
  return attrition;
}

function readDeveloper(reader: EntryReader): Developer {
  const developer: Developer = {
    name: reader.text('name'),
    timeZone: reader.text('timeZone'),
    modelNames: reader.texts('modelNames').map((one) => one.toLowerCase()),
    promisedNoticeDays: reader.countOrNull('promisedNoticeDays'),
    promiseSource: reader.textOrNull('promiseSource'),
    attrition: readAttrition(reader),
  };
  reader.refuseOthers(Object.keys(developer));
  if (developer.promisedNoticeDays !== null && developer.promiseSource === null) {
    reader.fault('promiseSource', 'must be given', null);
  }
  if (!isTimeZone(developer.timeZone)) {
    reader.fault('timeZone', 'must be a name such as America/Los_Angeles', null);
  }
  return developer;
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** @param document the parsed file. Adds every fault to `faults`. */
export function readDevelopers(document: unknown, faults: string[]): readonly Developer[] {
  return entriesOf(document, 'developers', faults).map(readDeveloper);
}
