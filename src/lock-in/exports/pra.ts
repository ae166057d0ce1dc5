import { dayOf } from '../in-words.js';
import { newestDrill } from '../measured-fact.js';
import type { DrillFacts } from '../measurement.js';
import { worstCriticality } from '../register/arrangement.js';
import { ageDaysOf } from '../register/judging/believed-fact.js';
import { documentStatement, factStatement, statementOf } from '../register/judging/register-statement.js';
import { planStatus } from '../register/register-document.js';
import type { ExportQuestion, RegisterExport } from './export.js';
import { type ColumnOfTemplate, type Known, rowsOfTemplate } from './rows/export-rows.js';

function tested({ picture }: ExportQuestion, scenario: DrillFacts['scenario']): Known {
  const drill = newestDrill(
    picture.sources.drills.filter((one) => one.scenario === scenario),
    'exit',
  );
  if (drill === null) {
    return { value: null };
  }
  const took = drill.hours === null ? '' : `, ${drill.hours} hours`;
  const value = `${dayOf(drill.at)}: ${drill.passed ? 'passed' : 'failed'}${took}`;
  return { value, source: 'measured', factId: drill.id, ageDays: ageDaysOf(drill.at, picture.now), confidence: 1 };
}

function columns(question: ExportQuestion): readonly ColumnOfTemplate[] {
  const { document, picture } = question;
  const { functions } = document.arrangement;
  const tolerances = functions.flatMap(({ impactToleranceHours }) => impactToleranceHours ?? []);
  const tightest = tolerances.length === 0 ? null : Math.min(...tolerances);
  return [
    { column: '5/materiality', label: 'Material outsourcing', known: materiality(question) },
    { column: '10/plan', label: 'Exit plan', known: plan(question) },
    { column: '10/tolerance', label: 'Impact tolerance, hours', known: documentStatement(tightest, document, picture) },
    { column: '10/stressed', label: 'Stressed exit, tested', known: tested(question, 'stressed') },
    { column: '10/non-stressed', label: 'Planned exit, tested', known: tested(question, 'non-stressed') },
    { column: '10/time', label: 'Stressed exit over impact tolerance', known: factStatement(picture, '6.4') },
    { column: '10/alternatives', label: 'Alternatives', known: factStatement(picture, '6.5') },
  ];
}

function materiality(question: ExportQuestion): Known {
  const statement = statementOf('1.4', worstCriticality(question.document.arrangement), question);
  const isMaterial = statement.value === 'important' || statement.value === 'critical';
  return { ...statement, value: statement.value === null ? null : isMaterial ? 'yes' : 'no' };
}

function plan({ document, picture }: ExportQuestion): Known {
  const status = planStatus(document, picture.now);
  return { ...documentStatement(status, document, picture) };
}

export const pra: RegisterExport = {
  id: 'pra',
  title: 'PRA outsourcing and exit',
  source: 'PRA SS2/21, chapters 5 and 10.',
  rowsOf: (question) => rowsOfTemplate('SS2/21', question.document.id, columns(question)),
};
