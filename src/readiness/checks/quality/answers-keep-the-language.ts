import type { Check, Measured } from '../../check.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../../judging/evidence-sample.js';
import { counted, percent, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured, skippedMeasured, unmeasured } from '../../judging/measured.js';

interface Languages {
  rows: number;
  looked: number;
  told: number;
  other: number;
  otherSample: EvidenceSample;
  captions: number;
  foreignCaptions: number;
  captionSample: EvidenceSample;
  /** Of the answers. */
  readonly answers: Map<string, number>;
}

export const answersKeepTheLanguage: Check<Languages> = {
  id: 'Q07',
  name: 'lang.mix',
  version: 2,
  question: 'Are questions answered in their own language?',
  why: 'Mixed languages teach to answer in the wrong one. CLIP as published reads English only.',
  source: 'Ours; the model card of CLIP limits its use to English.',
  blocking: false,
  measure: {
    start: () => ({
      ...{ rows: 0, looked: 0, told: 0, other: 0, otherSample: noEvidence },
      ...{ captions: 0, foreignCaptions: 0, captionSample: noEvidence },
      answers: new Map(),
    }),
    add: (state, { example, languages }) => {
      state.rows += 1;
      if (languages === null) {
        return state;
      }
      state.looked += 1;
      const { prompt, answer } = languages;
      if (answer === null) {
        return state;
      }
      state.answers.set(answer, (state.answers.get(answer) ?? 0) + 1);
      if (example.kind === 'image-text') {
        state.captions += 1;
        if (answer !== 'en') {
          state.foreignCaptions += 1;
          state.captionSample = addEvidence(state.captionSample, 'Q07', example);
        }
      } else if (prompt !== null) {
        state.told += 1;
        if (prompt !== answer) {
          state.other += 1;
          state.otherSample = addEvidence(state.otherSample, 'Q07', example);
        }
      }
      return state;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      left.looked += right.looked;
      left.told += right.told;
      left.other += right.other;
      left.otherSample = mergeEvidence(left.otherSample, right.otherSample);
      left.captions += right.captions;
      left.foreignCaptions += right.foreignCaptions;
      left.captionSample = mergeEvidence(left.captionSample, right.captionSample);
      for (const [language, rows] of right.answers) {
        left.answers.set(language, (left.answers.get(language) ?? 0) + rows);
      }
      return left;
    },
    finish: (state, { taskKind, target }) => finishLanguages(state, taskKind, target.tokeniser === 'clip'),
  },
  judge: (measured, limits) => {
    const looked = measured.skipped === null ? detail(measured, 'looked') : 0;
    if (measured.value === null && looked > 0) {
      const text = `Of ${plural(looked, 'row')} that were looked at, none has a question and an answer whose languages can be told.`;
      return { outcome: 'inconclusive', text };
    }
    return judgeByLimits({
      measured,
      limits,
      found: `${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} rows whose languages could be told (${percent(measured.value ?? 0)}) are answered or described in another one.`,
    });
  },
  remedy: 'Filter by language, unless translating is the task.',
  action: 'drop-by-row-keys',
};

function finishLanguages(state: Languages, taskKind: string, isClip: boolean): Measured {
  if (taskKind !== 'generation' && !isClip) {
    return skippedMeasured('share', 'Answers are labels of a closed set: they have no language of their own.');
  }
  if (state.rows > 0 && state.looked === 0) {
    return skippedMeasured('share', 'Languages were not looked at.');
  }
  const captions = isClip ? state.captions : 0;
  const denominator = state.told + captions;
  if (denominator === 0) {
    return { ...unmeasured('share'), details: { looked: state.looked } };
  }
  const most = [...state.answers]
    .sort(([left, some], [right, more]) => more - some || (left < right ? -1 : 1))
    .slice(0, 5);
  return shareMeasured(
    { numerator: state.other + (isClip ? state.foreignCaptions : 0), denominator },
    {
      sample: isClip ? mergeEvidence(state.otherSample, state.captionSample) : state.otherSample,
      details: {
        looked: state.looked,
        ...Object.fromEntries(most.map(([language, rows]) => [`answers ${language}`, rows])),
      },
    },
  );
}
