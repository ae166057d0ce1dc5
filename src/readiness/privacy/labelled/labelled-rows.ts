// The labelled set that ships with the product: sentences with values put in, and where each value stands.
import { templates } from './templates.js';
import { valueMakers } from './values-by-kind.js';

export interface LabelledSpan {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
}

export interface LabelledRow {
  readonly template: number;
  readonly text: string;
  readonly spans: readonly LabelledSpan[];
}

/** Each sentence so many times, with other values. */
const rounds = 6;
const slot = /\{([a-z-]{2,20})\}/;

export function labelledRows(): readonly LabelledRow[] {
  return templates.flatMap((sentence, template) =>
    Array.from({ length: sentence.includes('{') ? rounds : 1 }, (_one, round) => fill(sentence, template, round)),
  );
}

function fill(sentence: string, template: number, round: number): LabelledRow {
  const spans: LabelledSpan[] = [];
  let text = '';
  let rest = sentence;
  for (let match = slot.exec(rest); match !== null; match = slot.exec(rest)) {
    const kind = match[1] ?? '';
    const make = valueMakers[kind];
    if (make === undefined) {
      throw new RangeError(`no values are made of the kind ${kind}`);
    }
    text += rest.slice(0, match.index);
    const value = make(template * 31 + round * 7 + spans.length);
    spans.push({ kind, start: text.length, end: text.length + value.length });
    text += value;
    rest = rest.slice(match.index + match[0].length);
  }
  return { template, text: text + rest, spans };
}
