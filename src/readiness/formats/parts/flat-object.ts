// Reads the text of a flat JSON object by the one before it. Lines of a file mostly differ in their values alone: the same
// keys in the same order, written the same way. Where a text is built like the one that was learnt, each value is read
// from its place, in half the time of parsing; whatever is built in another way is left to the parser.

export type FlatFields = Record<string, unknown>;

const [space, quote, zero, nine, backslash, del] = [32, 34, 48, 57, 92, 127];
/** Whole numbers of so many digits are exact. */
const digitsMax = 15;
/** After so many texts that were not read, nothing is tried any more. */
const missesMax = 64;

interface Member {
  /** What stands between the value before and this one, its opening quote included. */
  readonly lead: string;
  readonly name: string;
  readonly isText: boolean;
}

interface Learnt {
  readonly members: readonly Member[];
  readonly tail: string;
  readonly fields: Readonly<FlatFields>;
}

export class FlatObjects {
  private learnt: Learnt | null = null;
  private misses = 0;

  /** @param constant a key whose value is the same in all texts */
  constructor(private readonly constant: string) {}

  /** What parsing the text gives; null: it is built in another way than what was learnt last. */
  read(text: string): FlatFields | null {
    const { learnt } = this;
    if (learnt === null) {
      return null;
    }
    const fields = valuesIn(text, learnt);
    this.misses += fields === null ? 1 : 0;
    return fields;
  }

  /** @param parsed what the text is as JSON; every key stands in it once */
  learn(text: string, parsed: Readonly<FlatFields>): void {
    if (this.misses > missesMax) {
      this.learnt = null;
      return;
    }
    this.learnt = learntOf(text, parsed, this.constant);
    this.misses += this.learnt === null ? 1 : 0;
  }
}

function valuesIn(text: string, { members, tail, fields }: Learnt): FlatFields | null {
  const read = { ...fields };
  let at = 0;
  for (let place = 0; place < members.length; place += 1) {
    const { lead, name, isText } = members[place] as Member;
    if (!text.startsWith(lead, at)) {
      return null;
    }
    at += lead.length;
    const end = isText ? endOfText(text, at) : endOfDigits(text, at);
    if (end === -1) {
      return null;
    }
    read[name] = isText ? text.slice(at, end) : numberIn(text, at, end);
    at = end;
  }
  return text.length - at === tail.length && text.endsWith(tail) ? read : null;
}

/** The closing quote; −1 where the parser is needed for an escape or a control character, or DEL has to be remarked on. */
function endOfText(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === quote) {
      return at;
    }
    if (unit < space || unit === backslash || unit === del) {
      return -1;
    }
  }
  return -1;
}

/** Or −1, where they are none, or none that make an exact number. */
function endOfDigits(text: string, from: number): number {
  let end = from;
  while (isDigit(text.charCodeAt(end))) {
    end += 1;
  }
  const hasLeadingZero = end - from > 1 && text.charCodeAt(from) === zero;
  return end === from || end - from > digitsMax || hasLeadingZero ? -1 : end;
}

const isDigit = (unit: number) => unit >= zero && unit <= nine;

function numberIn(text: string, from: number, to: number): number {
  let value = 0;
  for (let at = from; at < to; at += 1) {
    value = value * 10 + text.charCodeAt(at) - zero;
  }
  return value;
}

/** Null: it is not flat, or holds a value of another kind. */
function learntOf(text: string, parsed: Readonly<FlatFields>, constant: string): Learnt | null {
  const members: Member[] = [];
  let from = 0;
  for (const name of Object.keys(parsed)) {
    if (name === constant) {
      continue;
    }
    const value = parsed[name];
    const isText = typeof value === 'string';
    const at = valueAt(text, from, { name, isText });
    const end = at === -1 ? -1 : isText ? endOfText(text, at) : endOfDigits(text, at);
    if (end === -1 || (!isText && numberIn(text, at, end) !== value)) {
      return null;
    }
    members.push({ lead: text.slice(from, at), name, isText });
    from = end;
  }
  return { members, tail: text.slice(from), fields: { ...parsed } };
}

/** Where the value of the key begins, of a text behind its quote; −1: not found, or no such value. */
function valueAt(text: string, from: number, { name, isText }: Pick<Member, 'name' | 'isText'>): number {
  const key = `"${name}":`;
  const found = name === '__proto__' ? -1 : text.indexOf(key, from);
  if (found === -1) {
    return -1;
  }
  let at = found + key.length;
  while (text.charCodeAt(at) === space) {
    at += 1;
  }
  return isText ? (text.charCodeAt(at) === quote ? at + 1 : -1) : at;
}
