// Which columns hold the text and the label, and is this row usable? Columns go by name, so their order is free and
// further columns do not disturb.
import type { Message } from '../rows/example.js';
import type { RowFault } from './import-fault.js';
import { unstorable } from './line-text.js';

export interface CsvColumns {
  readonly text: number;
  readonly label: number;
  readonly count: number;
}

const labelNames = ['label', 'category'];

/** A sentence when the header names no text or no label. */
export function readHeader(cells: readonly string[]): CsvColumns | string {
  const names = cells.map((cell) => cell.trim().toLowerCase());
  const text = names.indexOf('text');
  const label = names.findIndex((name) => labelNames.includes(name));
  if (text === -1 || label === -1) {
    return 'The first row must name the columns: text, and label or category.';
  }
  if (names.lastIndexOf('text') !== text || names.filter((name) => labelNames.includes(name)).length > 1) {
    return 'The first row names the text or the label column twice.';
  }
  return { text, label, count: cells.length };
}

/** Question and answer, or at least one fault. Outer spaces of the text are kept: they are part of what was asked. */
export function readCells(cells: readonly string[], columns: CsvColumns): readonly Message[] | readonly RowFault[] {
  if (cells.length !== columns.count) {
    return [{ code: 'row.csv', field: '', reason: `The row has ${cells.length} cells, the header ${columns.count}.` }];
  }
  const text = cells[columns.text] ?? '';
  const label = cells[columns.label] ?? '';
  const faults = [...cellFaults(text, 'text'), ...cellFaults(label, 'label')];
  return faults.length > 0
    ? faults
    : [
        { role: 'user', content: text },
        { role: 'assistant', content: label },
      ];
}

function cellFaults(cell: string, field: string): RowFault[] {
  const problem = unstorable(cell);
  if (problem !== null) {
    return [{ code: 'row.json', field, reason: problem }];
  }
  return cell.trim() === '' ? [{ code: 'msg.content-empty', field, reason: 'The cell is empty.' }] : [];
}
