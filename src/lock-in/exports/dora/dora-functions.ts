// B_06.01: the functions that rest on the arrangement, with what they can bear.

import { newestDrill } from '../../measured-fact.js';
import { type BusinessFunction } from '../../register/arrangement.js';
import { ageDaysOf, believedFact } from '../../register/judging/believed-fact.js';
import { documentStatement, factStatement, statementOf } from '../../register/judging/register-statement.js';
import { impactOf } from '../../register/judging/reintegration.js';
import type { ExportQuestion, ExportRow } from '../export.js';
import { coded, derived, type Known, rowsOfTemplate } from '../rows/export-rows.js';
import { assessedCodes, impactCodes } from './dora-codes.js';

/** Whether the function is critical or important; nobody looked is a code of its own. */
const criticalityCodes: Readonly<Record<string, string>> = {
  none: assessedCodes.no,
  supporting: assessedCodes.no,
  important: assessedCodes.yes,
  critical: assessedCodes.yes,
};

export function doraFunctions(question: ExportQuestion): readonly ExportRow[] {
  return question.document.arrangement.functions.flatMap((one) =>
    rowsOfTemplate(`B_06.01/${one.id}`, question.document.id, columnsOf(one, question)),
  );
}

function columnsOf(one: BusinessFunction, question: ExportQuestion) {
  const { document, picture } = question;
  const said = (value: string | number | null) => documentStatement(value, document, picture);
  const criticality = statementOf('1.4', one.criticality, question);
  const reliance = statementOf('1.5', one.reliance, question);
  const impact = impactOf({ criticality: criticality.value, reliance: reliance.value }, picture);
  const stressed = factStatement(picture, '6.4');
  return [
    { column: '0010', label: 'Function identifier', known: said(one.id) },
    { column: '0030', label: 'Function', known: said(one.name) },
    {
      column: '0050',
      label: 'Critical or important',
      known: criticality.value === null ? unassessed : coded(criticality, criticalityCodes),
    },
    { column: '0080', label: 'Recovery time objective, hours', known: said(one.rtoHours) },
    { column: '0090', label: 'Recovery point objective, hours', known: said(one.rpoHours) },
    { column: '0080/drill', label: 'Time that the newest drill took, hours', known: drilled(question) },
    {
      column: '0100',
      label: 'Impact of discontinuing the function',
      known: derived(impact, impactCodes[impact], [criticality, reliance, stressed]),
    },
  ];
}

const unassessed: Known = { value: 'not_performed', code: assessedCodes.not_performed, source: 'nobody' };

function drilled({ picture }: ExportQuestion): Known {
  const drill = newestDrill(
    picture.sources.drills.filter((one) => one.passed && one.hours !== null),
    'exit',
  );
  return drill === null
    ? { value: null }
    : {
        value: drill.hours,
        source: 'measured',
        factId: believedFact(picture, '6.4')?.fact.id ?? null,
        ageDays: ageDaysOf(drill.at, picture.now),
        confidence: 1,
      };
}
