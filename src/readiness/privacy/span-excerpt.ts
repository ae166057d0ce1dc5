// A piece of a row around a find, fit for evidence: the find and whatever else is private is replaced by its kind.
import type { Showable } from '../judging/evidence-sample.js';
import type { Example, Message } from '../rows/example.js';
import type { PrivacyFacts, PrivateSpan } from './privacy-facts.js';

const aroundUnits = 48;

/** A row to show as evidence of one find. The text is put together only if the row is shown. */
export function showable(example: Example, facts: PrivacyFacts, span: PrivateSpan): Showable {
  return new ShownFind(example, facts, span);
}

/** Most finds are not shown: an object with a getter of its own would take longer to make than all else of it. */
class ShownFind implements Showable {
  constructor(
    private readonly example: Example,
    private readonly facts: PrivacyFacts,
    private readonly span: PrivateSpan,
  ) {}

  get rowKey(): string {
    return this.example.rowKey;
  }

  get origin(): Example['origin'] {
    return this.example.origin;
  }

  get originId(): string {
    return this.example.originId;
  }

  get line(): number | null {
    return this.example.line;
  }

  get input(): string {
    return spanExcerpt(this.example, this.facts, this.span);
  }
}

/** Never holds a character of any span of the row, nor a word that was cut in two. */
export function spanExcerpt(example: Example, { spans }: PrivacyFacts, span: PrivateSpan): string {
  const text = textOf(span.message === -1 ? example.rejected : example.messages[span.message], span.call);
  const beside = spans.filter((one) => one.message === span.message && one.call === span.call);
  const begins = Math.max(0, ...beside.filter((one) => one.end <= span.start).map((one) => one.end));
  const ends = Math.min(text.length, ...beside.filter((one) => one.start >= span.end).map((one) => one.start));
  const from = Math.max(begins, span.start - aroundUnits);
  const to = Math.min(ends, span.end + aroundUnits);
  const before = from === 0 ? text.slice(0, span.start) : text.slice(from, span.start).replace(/^\S{0,48}/, '…');
  const after = to === text.length ? text.slice(span.end) : text.slice(span.end, to).replace(/\S{0,48}$/, '…');
  return `${before}[${span.kind}]${after}`;
}

function textOf(message: Message | null | undefined, call: number | null): string {
  if (message === null || message === undefined) {
    return '';
  }
  return call === null ? message.content : (message.toolCalls?.[call]?.arguments ?? '');
}
