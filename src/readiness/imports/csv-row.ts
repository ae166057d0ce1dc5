// Which columns hold what, and the members of a row by the names of its columns. Columns go by name, so their order is
// free and further columns do not disturb: they are read as metadata where their names are known.

import { alpaca } from '../formats/alpaca.js';
import { classification } from '../formats/classification.js';
import { captionNames, imageCaption, imageNames } from '../formats/image-caption.js';
import { plainText } from '../formats/plain-text.js';
import { promptCompletion, promptNames } from '../formats/prompt-completion.js';
import type { Fields, RowFormat } from '../formats/row-format.js';
import type { RowFault } from './import-fault.js';
import { unstorable } from './line-text.js';

export interface CsvColumns {
  readonly format: RowFormat;
  /** In order; an empty name is skipped. */
  readonly names: readonly string[];
  /** The columns that the format needs: their cells are read even when they are empty. */
  readonly needed: ReadonlySet<string>;
}

/** A sentence when the header names no columns that one can learn from. */
export function readHeader(cells: readonly string[]): CsvColumns | string {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const named = formatOfColumns(names);
  if (named === null) {
    return 'The first row must name the columns: text, and label or category; prompt and completion; or filepath and title.';
  }
  const twice = named.columns.find((name) => names.indexOf(name) !== names.lastIndexOf(name));
  if (twice !== undefined || (names.includes('label') && names.includes('category'))) {
    return 'The first row names the text or the label column twice.';
  }
  return { format: named.format, names, needed: new Set(named.columns) };
}

function formatOfColumns(names: readonly string[]): { format: RowFormat; columns: readonly string[] } | null {
  const first = (wanted: readonly string[]) => wanted.find((name) => names.includes(name));
  const label = first(['label', 'category']);
  const image = first(imageNames);
  const caption = first(captionNames);
  const pair = promptNames.find((both) => both.every((name) => names.includes(name)));
  if (image !== undefined && caption !== undefined) {
    return { format: imageCaption, columns: [image, caption] };
  }
  if (names.includes('text') && label !== undefined) {
    return { format: classification, columns: ['text', label] };
  }
  if (names.includes('instruction') && names.includes('output')) {
    return { format: alpaca, columns: ['instruction', 'output'] };
  }
  if (pair !== undefined) {
    return { format: promptCompletion, columns: pair };
  }
  // A text beside other columns is more likely a label under a wrong name than a text without one.
  return names.length === 1 && names[0] === 'text' ? { format: plainText, columns: ['text'] } : null;
}

/** The members of the row, or at least one fault. Outer spaces are kept: they are part of what was asked. */
export function readCells(cells: readonly string[], columns: CsvColumns): Fields | readonly RowFault[] {
  const { names, needed } = columns;
  if (cells.length !== names.length) {
    return [{ code: 'row.csv', field: '', reason: `The row has ${cells.length} cells, the header ${names.length}.` }];
  }
  const fields: Record<string, unknown> = {};
  for (const [place, cell] of cells.entries()) {
    const name = names[place] ?? '';
    const problem = unstorable(cell);
    if (problem !== null && name !== '') {
      return [{ code: 'row.json', field: name, reason: problem }];
    }
    if (needed.has(name) || (cell !== '' && name !== '')) {
      fields[name] = cell;
    }
  }
  return fields;
}
