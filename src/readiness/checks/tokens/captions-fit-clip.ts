import type { Check } from '../../check.js';
import { addEvidence, type EvidenceSample, mergeEvidence, noEvidence } from '../../judging/evidence-sample.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured, skippedMeasured } from '../../judging/measured.js';
import type { Example } from '../../rows/example.js';

interface Captions {
  captions: number;
  tooLong: number;
  empty: number;
  fileNames: number;
  sample: EvidenceSample;
}

/** Whether a caption says no more than the name of its picture's file. */
function isFileName({ label, messages }: Example): boolean {
  const caption = label.trim().toLowerCase();
  for (const { images } of messages) {
    for (const { ref } of images ?? []) {
      const name = ref.slice(ref.lastIndexOf('/') + 1).toLowerCase();
      const dot = name.lastIndexOf('.');
      if (caption === name || (dot > 0 && caption === name.slice(0, dot))) {
        return true;
      }
    }
  }
  return false;
}

export const captionsFitClip: Check<Captions> = {
  id: 'T09',
  name: 'clip.text',
  version: 1,
  question: 'Does CLIP read the captions whole, and do they say something?',
  why: 'CLIP reads 77 tokens, two of them marks; an empty caption or a file name teaches nothing.',
  source: 'openai/CLIP and open_clip: context length 77.',
  blocking: false,
  measure: {
    start: () => ({ captions: 0, tooLong: 0, empty: 0, fileNames: 0, sample: noEvidence }),
    add: (tally, { example, tokens }) => {
      if (example.kind !== 'image-text') {
        return tally;
      }
      tally.captions++;
      const isEmpty = example.label.trim() === '';
      const isName = !isEmpty && isFileName(example);
      // Where the bounds do not decide, the caption is not known to fit.
      const isTooLong = tokens.fits !== true;
      tally.empty += isEmpty ? 1 : 0;
      tally.fileNames += isName ? 1 : 0;
      tally.tooLong += isTooLong && !isEmpty && !isName ? 1 : 0;
      if (isEmpty || isName || isTooLong) {
        tally.sample = addEvidence(tally.sample, 'T09', example);
      }
      return tally;
    },
    merge: (left, right) => {
      left.captions += right.captions;
      left.tooLong += right.tooLong;
      left.empty += right.empty;
      left.fileNames += right.fileNames;
      left.sample = mergeEvidence(left.sample, right.sample);
      return left;
    },
    finish: ({ captions, tooLong, empty, fileNames, sample }, { target }) => {
      if (captions === 0) {
        return skippedMeasured('share', 'No row is a picture with a caption.');
      }
      if (target.tokeniser !== 'clip') {
        return skippedMeasured('share', 'The target is no CLIP model, so captions are not cut at 77 tokens.');
      }
      const bad = tooLong + empty + fileNames;
      const measured = shareMeasured(
        { numerator: bad, denominator: captions },
        { sample, details: { tooLong, empty, fileNames } },
      );
      return { ...measured, effect: bad === 0 ? null : { rows: -bad, tokens: null, metricAfter: 0 } };
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const [tooLong, empty, names] = ['tooLong', 'empty', 'fileNames'].map((name) => counted(detail(measured, name)));
    const found = `Of ${counted(measured.denominator ?? 0)} captions ${tooLong} are longer than CLIP reads, ${empty} are empty and ${names} are the name of the file (${percent(measured.value)}).`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Shorten the captions, and write one for each picture.',
  action: 'drop-over-length',
};
