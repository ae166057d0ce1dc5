// One row as a line of JSON: what is trained on, in our own words for it, and back. Traits stay with the facts.
import type { Example, RowContent } from './example.js';

export function exportedLine({ kind, messages, rejected, tools }: Example): string {
  return JSON.stringify({
    kind,
    messages,
    ...(rejected === null ? {} : { rejected }),
    ...(tools.length === 0 ? {} : { tools }),
  });
}

/** @param line as `exportedLine` wrote it; SyntaxError for anything that is no JSON */
export function contentOfLine(line: string): RowContent {
  return JSON.parse(line) as RowContent;
}
