// Where facts come from. A file names each of its sources once and its rows refer to them by a short name.
import { type Entry, EntryReader, isEntry } from './entry-reader.js';

export interface CatalogSource {
  readonly title: string;
  readonly url: string | null;
}

export type Sources = ReadonlyMap<string, CatalogSource>;

/** The `sources` of a document: a map from short name to {title, url}. */
export function sourcesOf(document: unknown, faults: string[]): Sources {
  const found = isEntry(document) ? document.sources : undefined;
  if (!isEntry(found)) {
    faults.push('sources: must be a map');
    return new Map();
  }
  return new Map(
    Object.entries(found).map(([name, value]) => {
      const entry: Entry = isEntry(value) ? value : {};
      const reader = new EntryReader(entry, `sources.${name}`, faults);
      const source: CatalogSource = { title: reader.text('title'), url: reader.textOrNull('url') };
      reader.refuseOthers(Object.keys(source));
      return [name, source] as const;
    }),
  );
}

/** The title of the source that a row refers to; a row without one is faulty. */
export function sourceOf(reader: EntryReader, sources: Sources): CatalogSource {
  const name = reader.text('source');
  const source = sources.get(name);
  if (source === undefined && name !== '') {
    reader.fault('source', `names ${name}, which sources does not have`, null);
  }
  return source ?? { title: '', url: null };
}
