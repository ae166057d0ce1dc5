import type { Check, Judgement } from '../../check.js';
import { counted } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail } from '../../judging/measured.js';
import { openWhereNotLooked } from '../../privacy/not-looked.js';
import {
  addPrivate,
  finishPrivate,
  kindsInWords,
  mergePrivate,
  type PrivateRows,
  startPrivate,
} from '../../privacy/private-rows.js';

/** Found by a word and by randomness, not by a form that a provider gave it. */
const genericKind = 'generic-secret';

interface Secrets {
  readonly known: PrivateRows;
  readonly generic: PrivateRows;
}

const known = {
  checkId: 'P03',
  isSought: (span: { group: string; kind: string }) => span.group === 'secret' && span.kind !== genericKind,
};
const generic = {
  checkId: 'P03',
  isSought: (span: { kind: string }) => span.kind === genericKind,
};

export const noSecrets: Check<Secrets> = {
  id: 'P03',
  name: 'secrets',
  version: 1,
  question: 'Are the rows free of keys, tokens and passwords?',
  why: 'Whoever gets the model to recite one can use it.',
  source:
    'Forms of keys as providers and gitleaks describe them; entropy limits of detect-secrets: 3.0 hex, 4.5 base64.',
  blocking: true,
  measure: {
    start: () => ({ known: startPrivate(), generic: startPrivate() }),
    add: (state, row) => {
      addPrivate(state.known, row, known);
      addPrivate(state.generic, row, generic);
      return state;
    },
    merge: (left, right) => {
      mergePrivate(left.known, right.known);
      mergePrivate(left.generic, right.generic);
      return left;
    },
    finish: (state) => {
      const measured = finishPrivate(state.known);
      if (measured.value === null) {
        return measured;
      }
      const shown = state.known.hits > 0 ? measured : finishPrivate(state.generic);
      const details = { ...measured.details, uncertain: state.generic.hits };
      const { hits, tokens, uncounted } = state.known;
      const effect = hits === 0 ? null : { rows: -hits, tokens: uncounted > 0 ? null : -tokens, metricAfter: 0 };
      return { ...measured, evidence: shown.evidence, evidenceTotal: shown.evidenceTotal, details, effect };
    },
  },
  judge: (measured, limits): Judgement => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const kinds = kindsInWords(measured);
    const maybe = detail(measured, 'uncertain');
    const found = `${counted(measured.value)} of ${counted(measured.denominator ?? 0)} rows hold keys or passwords${kinds === '' ? '' : ` (${kinds})`}; ${counted(maybe)} hold random text after a word that announces a secret.`;
    const judged = judgeByLimits({ measured, limits, found });
    return judged.outcome === 'pass' && maybe > 0
      ? { outcome: 'warn', text: judged.text }
      : openWhereNotLooked(judged, measured);
  },
  remedy: 'Revoke them first, since they have left the house; then drop the rows.',
  action: 'drop-secret-rows',
};
