// What only a student can tell: how much more rows would help, and which labels look wrong. Measured on a bounded part of
// the rows, chosen by their keys, and kept until the rows have become others.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { sha256Hex } from '../../kernel/digest.js';
import { Log } from '../../platform/telemetry/log.client.js';
import type { TaskKind } from '../check.js';
import { addBrought, nothingBrought, sideOfRow } from '../curation/side-of-row.js';
import type { HandedMeasures } from '../facts/handed-measures.js';
import type { Learner } from '../power/learner.js';
import { measureLabelNoise, type PlacedRow } from '../power/measure-label-noise.js';
import { measureLearningCurve } from '../power/measure-learning-curve.js';
import { measureOrderAndOutliers } from '../power/order-and-outliers.js';
import type { KeyedExample } from '../rows/example.js';
import { ExampleStore } from '../rows/example-store.js';
import { normalText } from '../rows/normal-form.js';
import { splitSaltOf } from '../rows/split-of.js';
import { SegmentStore } from '../segments/segment-store.js';
import { LearningStore } from './learning-store.js';

export const nothingHanded: HandedMeasures = { learningCurve: null, labelNoise: null, orderP: null, outliers: null };

/** More rows make the wait longer, not the answer much sharper. */
const rowsMax = 5_000;
const textUnitsMax = 4_000;
const rowsPerPage = 2_000;
/** So much more or fewer rows, as a share, and it is measured again. */
const otherShare = 0.1;

interface LearntRow extends PlacedRow {
  readonly at: string;
}

@Injectable()
export class MeasureLearning {
  constructor(
    @Inject(ExampleStore) private readonly examples: ExampleStore,
    @Inject(SegmentStore) private readonly segments: SegmentStore,
    @Inject(LearningStore) private readonly store: LearningStore,
    @Inject(Clock) private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  /**
   * Nulls where there is nothing to learn, or learning broke: the checks that ask are skipped with a reason. Without a
   * learner, what was measured last is told, even where the rows have become others since.
   */
  async of(projectId: string, taskKind: TaskKind, learner: Learner | null): Promise<HandedMeasures> {
    if (taskKind !== 'closed-set classification') {
      return nothingHanded;
    }
    const known = await this.store.read(projectId);
    if (learner === null) {
      return known?.measures ?? nothingHanded;
    }
    const segments = await this.segments.list(projectId);
    const rows = segments.reduce((sum, one) => sum + one.rows, 0);
    const digest = sha256Hex(segments.map(({ id, revision }) => `${id} ${revision}`).join('\n'));
    if (known !== null && (known.digest === digest || isAlike(known.rows, rows))) {
      return known.measures;
    }
    const measures = await this.measure(projectId, learner);
    if (measures === null) {
      return nothingHanded;
    }
    await this.store.write({ projectId, rows, digest, at: this.clock.now(), measures });
    return measures;
  }

  private async measure(projectId: string, learner: Learner): Promise<HandedMeasures | null> {
    const { train, holdout } = await this.rowsOf(projectId);
    try {
      const [learningCurve, labelNoise] = await Promise.all([
        measureLearningCurve({ train, holdout }, learner),
        measureLabelNoise(train, learner),
      ]);
      const arrived = [...train].sort((one, other) => (one.at < other.at ? -1 : 1));
      const byOrder = measureOrderAndOutliers(
        arrived.map(({ rowKey, text }) => ({ rowKey, text, normalText: normalText(text) })),
      );
      return { learningCurve, labelNoise, ...byOrder };
    } catch (error) {
      this.log.warn({ projectId, err: error }, 'a student could not be trained for the measures of readiness');
      return null;
    }
  }

  /** Of each side at most `rowsMax`, those with the smallest hash: the same ones whatever else there is. */
  private async rowsOf(projectId: string): Promise<{ train: LearntRow[]; holdout: LearntRow[] }> {
    const salt = splitSaltOf(projectId);
    let brought = nothingBrought;
    for await (const row of this.all(projectId)) {
      brought = addBrought(brought, row);
    }
    const sides = { train: new Smallest<LearntRow>(rowsMax), holdout: new Smallest<LearntRow>(rowsMax) };
    const prompts = new Set<string>();
    for await (const row of this.all(projectId)) {
      if (row.kind === 'chat' && row.label.trim() !== '' && !prompts.has(row.promptKey)) {
        prompts.add(row.promptKey);
        sides[sideOfRow(row, salt, brought)].offer(sha256Hex(`learning ${row.rowKey}`), learntRow(row));
      }
    }
    return { train: sides.train.kept(), holdout: sides.holdout.kept() };
  }

  private async *all(projectId: string): AsyncGenerator<KeyedExample> {
    for (let after: string | null | undefined; after !== null; ) {
      const page = await this.examples.page({ projectId, after: after ?? null, limit: rowsPerPage });
      yield* page.rows;
      after = page.next;
    }
  }
}

function isAlike(before: number, now: number): boolean {
  return before > 0 && Math.abs(now - before) / before <= otherShare;
}

function learntRow({ rowKey, promptKey, label, input, origin, originId, line }: KeyedExample): LearntRow {
  const text = input.slice(0, textUnitsMax);
  const at = `${originId} ${String(line ?? 0).padStart(12, '0')}`;
  return { rowKey, promptKey, label: label.trim(), text, origin, originId, line, at };
}

/** Keeps the items with the smallest keys, in bounded memory. */
class Smallest<Item> {
  private items: { readonly key: string; readonly item: Item }[] = [];

  constructor(private readonly max: number) {}

  offer(key: string, item: Item): void {
    this.items.push({ key, item });
    if (this.items.length >= this.max * 2) {
      this.shrink();
    }
  }

  kept(): Item[] {
    this.shrink();
    return this.items.map(({ item }) => item);
  }

  private shrink(): void {
    this.items.sort((left, right) => (left.key < right.key ? -1 : 1));
    this.items = this.items.slice(0, this.max);
  }
}
