import type { Check, Measured } from '../../check.js';
import { counted, percent, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, skippedMeasured, unmeasured } from '../../judging/measured.js';
import { isRefusal } from '../../quality/signals.js';

interface Teacher {
  rows: number;
  answerUnits: number;
  refusals: number;
}

interface Teachers {
  rows: number;
  readonly byModel: Map<string, Teacher>;
}

/** Fewer rows of a model say nothing about it. */
const comparedRowsMin = 30;
const lengthRatioMax = 1.5;
const refusalRatioMax = 3;
const refusalPointsMin = 0.05;
const modelsMax = 1_000;

function teacherOf({ byModel }: Teachers, model: string): Teacher | null {
  const known = byModel.get(model);
  if (known !== undefined || byModel.size >= modelsMax) {
    return known ?? null;
  }
  const fresh = { rows: 0, answerUnits: 0, refusals: 0 };
  byModel.set(model, fresh);
  return fresh;
}

/** Largest ratio of mean answer lengths, and whether refusals jump, among models with enough rows. */
function jumpsOf(teachers: readonly Teacher[]): { lengthRatio: number; least: number; most: number; jumps: number } {
  const lengths = teachers.map(({ answerUnits, rows }) => Math.max(1, answerUnits / rows));
  const refusals = teachers.map((teacher) => teacher.refusals / teacher.rows);
  const lengthRatio = lengths.length < 2 ? 1 : Math.max(...lengths) / Math.min(...lengths);
  const [least, most] = refusals.length === 0 ? [0, 0] : [Math.min(...refusals), Math.max(...refusals)];
  const refuses = most - least >= refusalPointsMin && most > refusalRatioMax * least;
  return { lengthRatio, least, most, jumps: (lengthRatio > lengthRatioMax ? 1 : 0) + (refuses ? 1 : 0) };
}

function measuredOf({ rows, byModel }: Teachers): Measured {
  const named = [...byModel.values()].reduce((sum, teacher) => sum + teacher.rows, 0);
  const compared = [...byModel.values()].filter((teacher) => teacher.rows >= comparedRowsMin);
  const details = { ...jumpsOf(compared), named, rows, compared: compared.length };
  return countMeasured({ value: byModel.size, unit: 'models' }, { details });
}

export const theTeacherStaysTheSame: Check<Teachers> = {
  id: 'D06',
  name: 'teacher.drift',
  version: 1,
  question: 'Did one and the same model give the answers?',
  why: 'Snapshots of a closed model change without notice; a mixture teaches two manners at once.',
  source:
    'Ours: models by name; mean length of answers by 1.5 and share of refusals by 3 are a jump, on 30 rows or more of each.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, byModel: new Map() }),
    add: (teachers, row) => {
      teachers.rows += 1;
      const { label, traits } = row.example;
      const { model } = traits;
      const teacher = model === null ? null : teacherOf(teachers, model);
      if (teacher !== null) {
        teacher.rows += 1;
        teacher.answerUnits += label.length;
        teacher.refusals += isRefusal(row) ? 1 : 0;
      }
      return teachers;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      for (const [model, { rows, answerUnits, refusals }] of right.byModel) {
        const teacher = teacherOf(left, model);
        if (teacher !== null) {
          teacher.rows += rows;
          teacher.answerUnits += answerUnits;
          teacher.refusals += refusals;
        }
      }
      return left;
    },
    finish: (teachers) => {
      if (teachers.rows === 0) {
        return unmeasured('models');
      }
      return teachers.byModel.size === 0
        ? skippedMeasured('models', 'No row names the model that answered.')
        : measuredOf(teachers);
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const found = `${plural(measured.value, 'model')} answered the ${counted(detail(measured, 'named'))} of ${plural(detail(measured, 'rows'), 'row')} that name one.`;
    const judged = judgeByLimits({ measured, limits, found });
    if (judged.outcome === 'pass' || detail(measured, 'jumps') === 0) {
      return judged;
    }
    const ratio = detail(measured, 'lengthRatio').toFixed(1);
    const refusals = `${percent(detail(measured, 'least'))} to ${percent(detail(measured, 'most'))}`;
    return {
      outcome: 'fail',
      text: `${judged.text} Between them the answers differ in length by a factor of ${ratio}, and refusals are ${refusals}.`,
    };
  },
  remedy: 'Pin one snapshot and capture again, or train on the rows of the newest one alone.',
  action: 'drop-by-row-keys',
};
