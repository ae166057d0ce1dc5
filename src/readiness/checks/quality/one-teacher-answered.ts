import type { Check, Judgement, Measured } from '../../check.js';
import { counted, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { countMeasured, detail, unmeasured } from '../../judging/measured.js';
import type { Example } from '../../rows/example.js';
import { addKey, emptyTop, mergeTop, type TopKeys, topOf } from '../../states/top-keys.js';

interface Teachers {
  rows: number;
  /** Rows that do not say which model answered: of uploads, and of traffic. */
  silentImports: number;
  silentCalls: number;
  readonly models: TopKeys;
  readonly systemPrompts: TopKeys;
  temperatures: number;
  coldest: number;
  hottest: number;
}

/** Rows of one application share their system prompt: the last one is kept. */
let last = { text: '', hash: hashOf('') };

function shortHash(text: string): string {
  if (text !== last.text) {
    last = { text, hash: hashOf(text) };
  }
  return last.hash;
}

/** FNV-1a, 32 bits: tells prompts apart without keeping them. */
function hashOf(text: string): string {
  let hash = 0x811c9dc5;
  for (let place = 0; place < text.length; place += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  return (hash >>> 0).toString(16);
}

function systemPrompt({ messages }: Example): string | null {
  const [first] = messages;
  return first?.role === 'system' ? first.content : null;
}

export const oneTeacherAnswered: Check<Teachers> = {
  id: 'Q09',
  name: 'teacher.mix',
  version: 1,
  question: 'Do the answers come from one model with one set of instructions?',
  why: 'Several teachers with several manners are averaged into none of them.',
  source: 'Ours.',
  blocking: false,
  measure: {
    start: () => ({
      ...{ rows: 0, silentImports: 0, silentCalls: 0, models: emptyTop(), systemPrompts: emptyTop() },
      ...{ temperatures: 0, coldest: Number.POSITIVE_INFINITY, hottest: Number.NEGATIVE_INFINITY },
    }),
    add: (state, { example }) => {
      state.rows += 1;
      const { model, temperature } = example.traits;
      if (model !== null) {
        addKey(state.models, model);
      } else if (example.origin === 'exchange') {
        state.silentCalls += 1;
      } else {
        state.silentImports += 1;
      }
      const system = systemPrompt(example);
      if (system !== null) {
        addKey(state.systemPrompts, shortHash(system));
      }
      if (temperature !== null) {
        state.temperatures += 1;
        state.coldest = Math.min(state.coldest, temperature);
        state.hottest = Math.max(state.hottest, temperature);
      }
      return state;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.silentImports += right.silentImports;
      left.silentCalls += right.silentCalls;
      mergeTop(left.models, right.models);
      mergeTop(left.systemPrompts, right.systemPrompts);
      left.temperatures += right.temperatures;
      left.coldest = Math.min(left.coldest, right.coldest);
      left.hottest = Math.max(left.hottest, right.hottest);
      return left;
    },
    finish: finishTeachers,
  },
  judge: judgeTeachers,
  remedy: 'Pin one dated model and one system prompt, and keep only what they answered.',
  action: 'drop-by-row-keys',
};

function finishTeachers(state: Teachers): Measured {
  const { rows, silentImports, silentCalls, models, systemPrompts, temperatures } = state;
  if (rows === 0) {
    return unmeasured('models');
  }
  const spread = temperatures === 0 ? {} : { temperatureSpread: state.hottest - state.coldest };
  const details = {
    ...{ silentImports, silentCalls, systemPrompts: systemPrompts.counts.size, ...spread },
    ...Object.fromEntries(topOf(models, 5).map(([model, count]) => [`answers of ${model}`, count])),
  };
  const measured = countMeasured({ value: models.counts.size, unit: 'models', denominator: rows }, { details });
  return models.counts.size === 0 ? { ...measured, value: null } : measured;
}

function judgeTeachers(measured: Measured, limits: Parameters<Check['judge']>[1]): Judgement {
  if (measured.denominator === null) {
    return judgeByLimits({ measured, limits, found: '' });
  }
  const silentCalls = detail(measured, 'silentCalls');
  const silent = silentCalls + detail(measured, 'silentImports');
  const prompts = detail(measured, 'systemPrompts');
  const found = `${plural(measured.value ?? 0, 'model')} answered, under ${plural(prompts, 'system prompt')}; ${counted(silent)} of ${plural(measured.denominator, 'row')} do not name their model.`;
  if (silentCalls > 0) {
    return { outcome: 'fail', text: `${found} Captured answers of an unknown model are nobody's answers.` };
  }
  if (measured.value === null) {
    return { outcome: 'inconclusive', text: found };
  }
  const judged = judgeByLimits({ measured, limits, found });
  return judged.outcome === 'pass' && silent > 0 ? { outcome: 'warn', text: judged.text } : judged;
}
