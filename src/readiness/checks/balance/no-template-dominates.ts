import { type Check, noRowMeasure } from '../../check.js';
import { counted, percent } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured } from '../../judging/measured.js';

export const noTemplateDominates: Check<null> = {
  id: 'B03',
  name: 'template.share',
  version: 1,
  question: 'Are prompts more than one template with other numbers and names?',
  why: 'A thousand fillings of one template are one example: the split holds out what it trains on, and all looks good.',
  source:
    'Ours: 50 % in one template warns, 80 % fails; digits and personal data that was found are masked. presidio-research splits by template for this reason.',
  blocking: false,
  measure: {
    ...noRowMeasure,
    finish: (_state, { set }) => {
      const { distinct, rows, top } = set.templates;
      const details = { distinct, excerpt: top[0]?.excerpt ?? '' };
      return shareMeasured({ numerator: top[0]?.rows ?? 0, denominator: rows }, { details });
    },
  },
  judge: (measured, limits) =>
    judgeByLimits({
      measured,
      limits,
      found: `The most frequent template stands in ${counted(measured.numerator ?? 0)} of ${counted(measured.denominator ?? 0)} training rows (${percent(measured.value ?? 0)}), of ${counted(detail(measured, 'distinct'))} templates: “${measured.details.excerpt ?? ''}”.`,
    }),
  remedy: 'Keep some rows of each template, and split by template.',
  action: 'resplit-by-group',
};
