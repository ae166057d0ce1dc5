import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured, skippedMeasured } from '../../judging/measured.js';
import { type ImageIssue, imageSideMin } from '../../rows/image-facts.js';

const qualities: readonly ImageIssue[] = ['small', 'dark', 'light', 'blurry', 'flat', 'odd-aspect'];

export const imagesAreSound: Check<null> = {
  id: 'F16',
  name: 'image.sane',
  version: 1,
  question: 'Can every picture be decoded to its end, and is something to be seen on it?',
  why: 'A cut file comes out as half a picture in some decoders; a dark, blurred or tiny one matches any caption.',
  source: "Defaults of cleanlab's image checks; 224 points are the input of CLIP's ViT models.",
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { intake: { images } }) => {
      if (images.pictures === 0) {
        return skippedMeasured('share', 'No picture was delivered.');
      }
      const undecodable = images.issues.undecodable ?? 0;
      const faint = qualities.flatMap((issue) => {
        const count = images.issues[issue] ?? 0;
        return count === 0 ? [] : [`${counted(count)} ${issue}`];
      });
      const shown = images.shown.map(({ importId, line, ref, problem }) => ({
        rowKey: null,
        origin: 'import' as const,
        originId: importId,
        line,
        excerpt: `${ref}: ${problem}`.slice(0, 200),
      }));
      return {
        ...shareMeasured(
          { numerator: undecodable, denominator: images.pictures },
          { details: { faint: images.withIssues - undecodable, issues: faint.join(', ') } },
        ),
        evidence: shown,
        evidenceTotal: images.withIssues,
      };
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const faint = detail(measured, 'faint');
    const pictures = counted(measured.denominator ?? 0);
    const quality =
      faint === 0
        ? ''
        : ` ${counted(faint)} of ${pictures} are hard to see (${measured.details.issues ?? ''}; small is below ${imageSideMin} points).`;
    const found = `${counted(measured.numerator ?? 0)} of ${pictures} pictures (${percent(measured.value ?? 0)}) cannot be decoded to their end.${quality}`;
    const judgement = judgeByLimits({ measured, limits, found });
    return faint > 0 && judgement.outcome === 'pass' ? { ...judgement, outcome: 'warn' } : judgement;
  },
  remedy: 'Fetch the pictures again, or drop the rows that show them.',
  action: 'drop-by-row-keys',
};
