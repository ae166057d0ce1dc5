// B_07.01: the assessment of the service. Every code is the one that the facts allow at worst: without a fact it is that
// nobody looked, or the hard answer.
import { worstCriticality, worstReliance } from '../../register/arrangement.js';
import {
  documentStatement,
  factStatement,
  type Statement,
  statementOf,
} from '../../register/judging/register-statement.js';
import { impactOf, reintegrationOf } from '../../register/judging/reintegration.js';
import { substitutionOf } from '../../register/judging/substitutability.js';
import { planStatus } from '../../register/register-document.js';
import type { ExportQuestion, ExportRow } from '../export.js';
import { type ColumnOfTemplate, derived, type Known, rowsOfTemplate } from '../rows/export-rows.js';
import {
  type Assessed,
  assessedCodes,
  hardBecauseCodes,
  impactCodes,
  reintegrationCodes,
  substitutabilityCodes,
} from './dora-codes.js';

export function doraAssessment(question: ExportQuestion): readonly ExportRow[] {
  return rowsOfTemplate('B_07.01', question.document.id, [
    ...identity(question),
    ...substitution(question),
    ...exit(question),
    ...alternatives(question),
  ]);
}

function identity({ document, picture }: ExportQuestion): readonly ColumnOfTemplate[] {
  const { arrangement } = document;
  const said = (value: string | null) => documentStatement(value, document, picture);
  return [
    { column: '0010', label: 'Contract reference', known: said(arrangement.contract.ref) },
    { column: '0020', label: 'Identifier of the provider', known: said(arrangement.provider.id) },
    { column: '0030', label: 'Kind of the identifier', known: said(arrangement.provider.idType) },
    { column: '0040', label: 'Kind of service', known: said(arrangement.serviceType) },
  ];
}

function substitution({ document, picture }: ExportQuestion): readonly ColumnOfTemplate[] {
  const { answer, reason, override } = substitutionOf(document.arrangement, picture);
  const parts = [factStatement(picture, '6.5'), factStatement(picture, '7.2')];
  const source = override === null ? {} : { source: 'override' as const };
  return [
    {
      column: '0050',
      label: 'Substitutability',
      known: { ...derived(answer, substitutabilityCodes[answer], parts), ...source },
    },
    {
      column: '0060',
      label: 'Why it is hard to substitute',
      known: derived(reason, reason === null ? null : hardBecauseCodes[reason], parts),
    },
    {
      column: '0070',
      label: 'Day of the last audit',
      known: documentStatement(document.arrangement.contract.lastAuditOn, document, picture),
    },
  ];
}

function exit(question: ExportQuestion): readonly ColumnOfTemplate[] {
  const { document, picture } = question;
  const { arrangement } = document;
  const reintegration = reintegrationOf(picture);
  const strength = ['t5.1', 't5.2', 't4.2', '7.4'].map((id) => factStatement(picture, id));
  const criticality = statementOf('1.4', worstCriticality(arrangement), question);
  const reliance = statementOf('1.5', worstReliance(arrangement), question);
  const impact = impactOf({ criticality: criticality.value, reliance: reliance.value }, picture);
  return [
    { column: '0080', label: 'Exit plan', known: planKnown(question) },
    {
      column: '0090',
      label: 'Taking it back in-house',
      known: derived(reintegration, reintegrationCodes[reintegration], strength),
    },
    {
      column: '0100',
      label: 'Impact of discontinuing the service',
      known: derived(impact, impactCodes[impact], [criticality, reliance, factStatement(picture, '6.4')]),
    },
  ];
}

/** Yes only while an approval holds. A plan that is written and not approved is none; nothing at all is: nobody looked. */
function planKnown(question: ExportQuestion): Known {
  const status = planStatus(question.document, question.picture.now);
  const statement = statementOf('6.1', status === 'none' ? null : status, question);
  const words: Readonly<Record<string, Assessed>> = { approved: 'yes', draft: 'no', none: 'no' };
  const word = words[String(statement.value)] ?? 'not_performed';
  return { ...statement, value: word, code: assessedCodes[word] };
}

/** Yes only with the run of an evaluation. */
function alternatives({ picture }: ExportQuestion): readonly ColumnOfTemplate[] {
  const known = factStatement(picture, '6.5');
  const { evaluation } = picture.sources;
  const isShown = (known.value === 'one' || known.value === 'two') && evaluation !== null;
  const word: Assessed = isShown ? 'yes' : known.value === 'none' ? 'no' : 'not_performed';
  const named: Statement =
    isShown && picture.candidate !== null
      ? { ...known, value: `${picture.candidate.model} (${evaluation.runId})` }
      : { ...known, value: null };
  return [
    { column: '0110', label: 'Alternatives identified', known: { ...known, value: word, code: assessedCodes[word] } },
    { column: '0120', label: 'Which, with the run that shows it', known: named },
  ];
}
