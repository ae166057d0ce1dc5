import { worstCriticality } from '../register/arrangement.js';
import { ageDaysOf } from '../register/judging/believed-fact.js';
import { documentStatement, factStatement, statementOf } from '../register/judging/register-statement.js';
import { type Substitutability, substitutionOf } from '../register/judging/substitutability.js';
import type { ExportQuestion, RegisterExport } from './export.js';
import { type ColumnOfTemplate, derived, listed, rowsOfTemplate } from './rows/export-rows.js';

/** The guidelines know three answers; what is hard in any way is difficult. */
const words: Readonly<Record<Substitutability, string>> = {
  easily: 'easy',
  medium_complexity: 'difficult',
  highly_complex: 'difficult',
  not_substitutable: 'impossible',
};

/** Paragraph 54: what every outsourcing is registered with. */
function general({ document, picture }: ExportQuestion): readonly ColumnOfTemplate[] {
  const { contract, provider, countries, functions } = document.arrangement;
  const said = (value: string | number | null) => documentStatement(value, document, picture);
  return [
    { column: '54.a', label: 'Reference', known: said(contract.ref) },
    { column: '54.b/start', label: 'Start', known: said(contract.startsOn) },
    { column: '54.b/end', label: 'End or next renewal', known: said(contract.endsOn) },
    { column: '54.b/notice-entity', label: 'Notice by the entity, days', known: said(contract.noticeEntityDays) },
    { column: '54.b/notice-provider', label: 'Notice by the provider, days', known: said(contract.noticeProviderDays) },
    { column: '54.c', label: 'What is outsourced', known: said(listed(functions.map(({ name }) => name))) },
    { column: '54.e', label: 'Provider', known: said(provider.name) },
    { column: '54.f', label: 'Countries where it is done', known: said(listed(countries.processing)) },
  ];
}

/** Paragraph 55: what is asked beyond it for critical or important functions. */
function ofCritical(question: ExportQuestion): readonly ColumnOfTemplate[] {
  const { document, picture } = question;
  const { answer } = substitutionOf(document.arrangement, picture);
  const alternatives = factStatement(picture, '6.5');
  const stressed = factStatement(picture, '6.4');
  const expense = picture.annualExpense;
  const hasRun = picture.sources.evaluation !== null && (alternatives.value === 'one' || alternatives.value === 'two');
  return [
    {
      column: '55.c',
      label: 'Day of the last audit',
      known: documentStatement(document.arrangement.contract.lastAuditOn, document, picture),
    },
    {
      column: '55.h',
      label: 'Substitutability',
      known: derived(words[answer], null, [alternatives, factStatement(picture, '7.2')]),
    },
    {
      column: '55.i',
      label: 'Alternative providers',
      known: { ...alternatives, value: hasRun && picture.candidate !== null ? picture.candidate.model : null },
    },
    {
      column: '55.j',
      label: 'Time-critical',
      known: derived(timeCritical(question), null, [
        statementOf('1.4', worstCriticality(document.arrangement), question),
        stressed,
      ]),
    },
    {
      column: '55.k',
      label: 'Annual cost, USD',
      known:
        expense === null
          ? { value: null }
          : {
              value: expense.amountUsd.toFixed(2),
              source: 'measured',
              ageDays: ageDaysOf(expense.untilAt, picture.now),
              confidence: expense.isLowerBound ? 0.5 : 1,
            },
    },
  ];
}

/** Yes where the function must be back sooner than a stressed exit takes, or nobody measured how long that is. */
function timeCritical(question: ExportQuestion): string | null {
  const { picture, document } = question;
  const criticality = statementOf('1.4', worstCriticality(document.arrangement), question).value;
  if (criticality === null) {
    return null;
  }
  const stressed = factStatement(picture, '6.4').value;
  const isTight = typeof stressed !== 'number' || stressed > 1;
  return criticality === 'critical' || (criticality === 'important' && isTight) ? 'yes' : 'no';
}

export const eba: RegisterExport = {
  id: 'eba',
  title: 'EBA register of outsourcing',
  source: 'EBA/GL/2019/02, paragraphs 54 and 55.',
  rowsOf: (question) => [
    ...rowsOfTemplate('GL 54', question.document.id, general(question)),
    ...rowsOfTemplate('GL 55', question.document.id, ofCritical(question)),
  ],
};
