import type { Check } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured } from '../../judging/measured.js';

/** Of the references to pictures; where there is none, of all rows: each was looked at, and none lacks one. */
export const imagesAreThere: Check<number> = {
  id: 'F15',
  name: 'image.ref',
  version: 1,
  question: 'Is every picture there that a row shows?',
  why: 'Trainers skip a row whose picture is missing, too large or of another type, and only the log says so.',
  source: 'Together and LLaMA-Factory: JPEG, PNG or WebP, at most 10 MiB, at most ten a row, as many as are marked.',
  blocking: true,
  measure: {
    start: () => 0,
    add: (rows) => rows + 1,
    merge: (left, right) => left + right,
    finish: (rows, { intake: { images, standingImports, faults } }) => {
      const refused = standingImports.rejectedByCode['image.ref'] ?? 0;
      const faulty = images.missing + images.wrongType + images.tooLarge;
      const asked = images.references + refused;
      const measured = shareMeasured(
        { numerator: faulty + refused, denominator: asked === 0 ? rows : asked },
        { details: { asked, missing: images.missing, wrongType: images.wrongType, tooLarge: images.tooLarge } },
      );
      const shown = [
        ...faults
          .filter((fault) => fault.code === 'image.ref')
          .map(({ importId, line, field, reason }) => ({ importId, line, excerpt: `${field}: ${reason}` })),
        ...images.shown.map(({ importId, line, ref, problem }) => ({ importId, line, excerpt: `${ref}: ${problem}` })),
      ];
      return {
        ...measured,
        evidence: shown.slice(0, 50).map(({ importId, line, excerpt }) => ({
          rowKey: null,
          origin: 'import',
          originId: importId,
          line,
          excerpt: excerpt.slice(0, 200),
        })),
        evidenceTotal: faulty + refused,
      };
    },
  },
  judge: (measured, limits) => {
    if (measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const of = counted(measured.denominator ?? 0);
    const parts = `${counted(detail(measured, 'missing'))} missing, ${counted(detail(measured, 'wrongType'))} of another type, ${counted(detail(measured, 'tooLarge'))} too large`;
    const found =
      detail(measured, 'asked') === 0
        ? `None of ${of} rows shows a picture.`
        : `${counted(measured.numerator ?? 0)} of ${of} references to pictures (${percent(measured.value)}) lead nowhere or are faulty: ${parts}.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Upload the pictures with the rows, as JPEG, PNG or WebP of at most 10 MiB.',
  action: null,
};
