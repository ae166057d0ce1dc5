// Reads the file of ends: what sources say of each model, and the notices that developers gave.
import { type EntryReader, entriesOf } from '../reading/entry-reader.js';
import { type Sources, sourceOf, sourcesOf } from '../reading/source-list.js';
import type { Notice } from './notices.js';
import { endBehaviours, endTellers, type LifecycleRecord, type ToldEnd } from './told-end.js';

export interface LifecycleDocument {
  readonly records: readonly LifecycleRecord[];
  readonly notices: readonly Notice[];
}

function readTold(reader: EntryReader, sources: Sources): ToldEnd {
  reader.refuseOthers(['by', 'source', 'accessedOn', 'shutdownOn', 'earliestShutdownOn', 'saidBefore', 'says']);
  const source = sourceOf(reader, sources);
  return {
    by: reader.oneOf('by', endTellers),
    source: source.title,
    url: source.url,
    accessedOn: reader.day('accessedOn'),
    shutdownOn: reader.dayOrNull('shutdownOn'),
    earliestShutdownOn: reader.dayOrNull('earliestShutdownOn'),
    saidBefore: reader.days('saidBefore'),
    says: reader.textOrNull('says'),
  };
}

function readRecord(reader: EntryReader, sources: Sources): LifecycleRecord {
  reader.refuseOthers(['model', 'announcedOn', 'deprecatedOn', 'behaviour', 'replacements', 'told']);
  const record: LifecycleRecord = {
    model: reader.text('model'),
    announcedOn: reader.dayOrNull('announcedOn'),
    deprecatedOn: reader.dayOrNull('deprecatedOn'),
    behaviour: reader.has('behaviour') ? reader.oneOf('behaviour', endBehaviours) : null,
    replacements: reader.texts('replacements'),
    told: reader.parts('told').map((one) => readTold(one, sources)),
  };
  if (record.told.length === 0) {
    reader.fault('told', 'must say who says so', null);
  }
  return record;
}

function readNotice(reader: EntryReader, sources: Sources): Notice {
  reader.refuseOthers(['developer', 'what', 'announcedOn', 'shutdownOn', 'source']);
  const source = sourceOf(reader, sources);
  const notice: Notice = {
    developer: reader.text('developer'),
    what: reader.text('what'),
    announcedOn: reader.day('announcedOn'),
    shutdownOn: reader.day('shutdownOn'),
    source: source.title,
    url: source.url,
  };
  // A page whose dates were misread gives an end on the day of its announcement: such a row is a fault, not a notice.
  if (notice.announcedOn !== '' && notice.shutdownOn !== '' && notice.shutdownOn <= notice.announcedOn) {
    reader.fault('shutdownOn', 'does not lie after announcedOn', null);
  }
  return notice;
}

/** @param document the parsed file. Adds every fault to `faults`. */
export function readLifecycle(document: unknown, faults: string[]): LifecycleDocument {
  const sources = sourcesOf(document, faults);
  const records = entriesOf(document, 'lifecycle', faults).map((reader) => readRecord(reader, sources));
  const models = records.map(({ model }) => model);
  for (const twice of new Set(models.filter((model, index) => models.indexOf(model) !== index))) {
    faults.push(`lifecycle: ${twice} stands there twice`);
  }
  return { records, notices: entriesOf(document, 'notices', faults).map((reader) => readNotice(reader, sources)) };
}
