// What the set pass is asked, and where it may work.
import type { TaskKind } from '../check.js';
import type { NotPermitted } from './count-rows.js';

export interface SetQuestion {
  readonly taskKind: TaskKind;
  /** What rights bar; both empty where nothing is barred. */
  readonly notPermitted: NotPermitted;
  /** Questions of public benchmarks that must not be in the data; empty where none is named. */
  readonly benchmarkTexts: readonly string[];
}

export const plainQuestion: Pick<SetQuestion, 'notPermitted' | 'benchmarkTexts'> = {
  notPermitted: { originIds: [], models: [] },
  benchmarkTexts: [],
};

export interface SetPassLimits {
  /** For DuckDB alone; sorting and joining beyond it go to files. */
  readonly memoryMegabytes: number;
  readonly threads: number;
}

/** One thread: with two, each with partitions of its own, the same takes half as much processor again, and 50 MB more. */
export const setPassLimits: SetPassLimits = { memoryMegabytes: 96, threads: 1 };
