// What a plan would do, counted, with a few of the changes to look at. The digest names the plan whatever the order of the
// rows: a preview and the step that is taken on it can be compared.
import { canonicalJson } from '../../kernel/canonical-json.js';
import { sha256Hex } from '../../kernel/digest.js';
import { excerptOf } from '../judging/evidence-sample.js';
import { redact } from '../privacy/redact.js';
import type { Message } from '../rows/example.js';
import { identityOf } from './better-row.js';
import type { PlacedRow } from './curation-action.js';
import type { RowChange } from './row-edit.js';

export interface ShownChange {
  readonly rowKey: string;
  readonly change: RowChange['kind'];
  readonly origin: string;
  readonly originId: string;
  readonly line: number | null;
  /** Masked. */
  readonly before: string;
  /** Masked; null for a row that goes. For a move, the side it moves to. */
  readonly after: string | null;
}

export interface PlanEffect {
  /** Rows that were looked at. */
  readonly rows: number;
  readonly dropped: { readonly train: number; readonly holdout: number };
  readonly replaced: number;
  readonly moved: number;
  /** Trainable tokens of the training rows that go; null: of some of them it is not known. */
  readonly tokensDropped: number | null;
  /** `sha256:` over all changes. */
  readonly planDigest: string;
  /** At most ten, the same ones each time. */
  readonly sample: readonly ShownChange[];
}

const sampleMax = 10;
/** Text before the first difference, so that the change is seen in its sentence. */
const leadUnits = 40;

interface Ranked {
  readonly lot: string;
  readonly row: PlacedRow;
  readonly change: RowChange;
}

export class PlanTally {
  private rows = 0;
  private readonly dropped = { train: 0, holdout: 0 };
  private replaced = 0;
  private moved = 0;
  private tokens: number | null = 0;
  private readonly digest = new Uint8Array(32);
  private sample: Ranked[] = [];

  add(row: PlacedRow, change: RowChange | null): void {
    this.rows += 1;
    if (change === null) {
      return;
    }
    if (change.kind === 'drop') {
      this.dropped[row.side] += 1;
      this.countTokens(row);
    } else if (change.kind === 'replace') {
      this.replaced += 1;
    } else {
      this.moved += 1;
    }
    this.fold(`${identityOf(row.facts.example)} ${canonicalJson(change)}`);
    this.keep(row, change);
  }

  finish(): PlanEffect {
    return {
      rows: this.rows,
      dropped: { ...this.dropped },
      replaced: this.replaced,
      moved: this.moved,
      tokensDropped: this.tokens,
      planDigest: `sha256:${Buffer.from(this.digest).toString('hex')}`,
      sample: this.sample.map(shownChange),
    };
  }

  private countTokens({ facts, side }: PlacedRow): void {
    const tokens = facts.trainer?.trainableTokens ?? facts.tokens.trainable;
    if (side === 'train') {
      this.tokens = this.tokens === null || tokens === null ? null : this.tokens + tokens;
    }
  }

  /** Exclusive or does not ask for an order. */
  private fold(text: string): void {
    const hash = Buffer.from(sha256Hex(text), 'hex');
    for (const [place, byte] of hash.entries()) {
      this.digest[place] = (this.digest[place] ?? 0) ^ byte;
    }
  }

  private keep(row: PlacedRow, change: RowChange): void {
    const lot = sha256Hex(`shown ${identityOf(row.facts.example)}`);
    const last = this.sample.at(-1);
    if (this.sample.length === sampleMax && last !== undefined && last.lot <= lot) {
      return;
    }
    this.sample = [...this.sample, { lot, row, change }]
      .sort((left, right) => (left.lot < right.lot ? -1 : 1))
      .slice(0, sampleMax);
  }
}

function shownChange({ row, change }: Ranked): ShownChange {
  const { rowKey, origin, originId, line, input, label, messages } = row.facts.example;
  const place = { rowKey, change: change.kind, origin, originId, line };
  if (change.kind !== 'replace') {
    const after = change.kind === 'move' ? change.to : null;
    return { ...place, before: excerptOf(`${input} → ${label}`), after };
  }
  return { ...place, ...firstDifference(textOf(messages), textOf(change.content.messages)) };
}

const textOf = (messages: readonly Message[]) => messages.map(({ role, content }) => `${role}: ${content}`).join(' ');

/** Masked first and cut then: a cut through a private value would hide it from the detectors. */
function firstDifference(before: string, after: string): { before: string; after: string } {
  const [one, other] = [redact(before), redact(after)];
  let at = 0;
  while (at < one.length && one[at] === other[at]) {
    at += 1;
  }
  const from = Math.max(0, at - leadUnits);
  const lead = from > 0 ? '…' : '';
  return { before: excerptOf(`${lead}${one.slice(from)}`), after: excerptOf(`${lead}${other.slice(from)}`) };
}
