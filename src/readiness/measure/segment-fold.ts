// Everything that is folded row by row, side by side: the checks, the statistics of the report, what production asks, and
// what each recipe would do. One state a segment; states of segments are merged in any order.
import type { Check } from '../check.js';
import { addToDays, mergeDays, type ProductionDays } from '../drift/production-days.js';
import { addStatistics, mergeStatistics, type RowStatistics, startStatistics } from '../report/row-statistics.js';
import type { RowFacts } from '../rows/row-facts.js';
import type { TrainerViewState, TrainerViews } from '../trainers/trainer-view.js';
import { mergeStates, RowFolder, type SegmentStates } from './fold-rows.js';

/** Plain data: it is stored and sent between threads. */
export interface SegmentFold {
  readonly checks: SegmentStates;
  readonly statistics: RowStatistics;
  readonly trainers: TrainerViewState;
  readonly otherTrainers: TrainerViewState;
  readonly production: ProductionDays;
}

export interface FoldParts {
  readonly checks: readonly Check[];
  /** Of the recipe that was chosen: over all rows. */
  readonly views: TrainerViews;
  /** Of other recipes: over the sampled rows, because each has a limit of its own and rows near it have to be cut into tokens. */
  readonly otherViews: TrainerViews;
  /** Whether that sample is the whole set. */
  readonly isEveryRowSampled: boolean;
  /** Running milliseconds, to tell what each check costs; null: nobody asks. */
  readonly clock: (() => number) | null;
}

/** Folded together: few, because they are held until then. */
const rowsTogether = 16;

export class SegmentFolder {
  private readonly folder: RowFolder;
  private statistics = startStatistics();
  private trainers: TrainerViewState;
  private otherTrainers: TrainerViewState;
  private readonly production: ProductionDays = new Map();
  private readonly waiting: RowFacts[] = [];

  constructor(private readonly parts: FoldParts) {
    this.folder = new RowFolder(parts.checks, parts.clock);
    this.trainers = parts.views.start();
    this.otherTrainers = parts.otherViews.start();
  }

  add(row: RowFacts): void {
    this.waiting.push(row);
    if (this.waiting.length === rowsTogether) {
      this.foldWaiting();
    }
  }

  private foldWaiting(): void {
    const { waiting } = this;
    const { views, otherViews } = this.parts;
    this.folder.addAll(waiting);
    for (let at = 0; at < waiting.length; at += 1) {
      const row = waiting[at] as RowFacts;
      this.statistics = addStatistics(this.statistics, row);
      addToDays(this.production, row);
      this.trainers = views.add(this.trainers, row.example, row.tokens);
      if (row.isSampled) {
        this.otherTrainers = otherViews.add(this.otherTrainers, row.example, row.tokens);
      }
    }
    waiting.length = 0;
  }

  /** Nothing is added afterwards. */
  end(): SegmentFold {
    this.foldWaiting();
    const { statistics, trainers, otherTrainers, production } = this;
    return { checks: this.folder.end(), statistics, trainers, otherTrainers, production };
  }
}

/** Changes the left one. */
export function mergeFolds(
  { checks, views, otherViews }: FoldParts,
  left: SegmentFold,
  right: SegmentFold,
): SegmentFold {
  return {
    checks: mergeStates(checks, left.checks, right.checks),
    statistics: mergeStatistics(left.statistics, right.statistics),
    trainers: views.merge(left.trainers, right.trainers),
    otherTrainers: otherViews.merge(left.otherTrainers, right.otherTrainers),
    production: mergeDays(left.production, right.production),
  };
}
