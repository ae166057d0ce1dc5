// B_02.01 and B_02.02: the contract, and what was agreed on notice, law, places and reliance.
import { worstReliance } from '../../register/arrangement.js';
import { ageDaysOf } from '../../register/judging/believed-fact.js';
import { documentStatement, statementOf } from '../../register/judging/register-statement.js';
import type { ExportQuestion, ExportRow } from '../export.js';
import { coded, listed, rowsOfTemplate } from '../rows/export-rows.js';
import { relianceCodes } from './dora-codes.js';

export function doraContract(question: ExportQuestion): readonly ExportRow[] {
  const { document } = question;
  return [
    ...rowsOfTemplate('B_02.01', document.id, general(question)),
    ...rowsOfTemplate('B_02.02', document.id, [...parties(question), ...terms(question), ...places(question)]),
  ];
}

function general({ document, picture }: ExportQuestion) {
  const { contract } = document.arrangement;
  const { annualExpense: expense } = picture;
  const spent =
    expense === null
      ? { value: null }
      : {
          value: `${expense.isLowerBound ? '>=' : ''}${expense.amountUsd.toFixed(2)}`,
          source: 'measured' as const,
          ageDays: ageDaysOf(expense.untilAt, picture.now),
          confidence: expense.isLowerBound ? 0.5 : 1,
        };
  return [
    { column: '0010', label: 'Contract reference', known: documentStatement(contract.ref, document, picture) },
    {
      column: '0040',
      label: 'Currency of the annual expense',
      known: { ...spent, value: expense === null ? null : 'USD' },
    },
    { column: '0050', label: 'Annual expense, of the last twelve months', known: spent },
  ];
}

function parties({ document, entity, picture }: ExportQuestion) {
  const { arrangement } = document;
  const said = (value: string | number | null) => documentStatement(value, document, picture);
  return [
    { column: '0010', label: 'Contract reference', known: said(arrangement.contract.ref) },
    { column: '0020', label: 'LEI of who uses the service', known: { value: entity?.entity.lei ?? null } },
    { column: '0030', label: 'Identifier of the provider', known: said(arrangement.provider.id) },
    { column: '0040', label: 'Kind of the identifier', known: said(arrangement.provider.idType) },
    { column: '0050', label: 'Function identifiers', known: said(listed(arrangement.functions.map(({ id }) => id))) },
    { column: '0060', label: 'Kind of service', known: said(arrangement.serviceType) },
    { column: '0070', label: 'Start of the contract', known: said(arrangement.contract.startsOn) },
    { column: '0080', label: 'End of the contract', known: said(arrangement.contract.endsOn) },
  ];
}

function terms({ document, picture }: ExportQuestion) {
  const { contract } = document.arrangement;
  const said = (value: string | number | null) => documentStatement(value, document, picture);
  return [
    { column: '0100', label: 'Notice by the entity, days', known: said(contract.noticeEntityDays) },
    { column: '0110', label: 'Notice by the provider, days', known: said(contract.noticeProviderDays) },
    { column: '0120', label: 'Country of the governing law', known: said(contract.lawCountry) },
  ];
}

function places(question: ExportQuestion) {
  const { document, picture } = question;
  const { countries, sensitivity } = document.arrangement;
  const said = (value: string | null) => documentStatement(value, document, picture);
  const reliance = statementOf('1.5', worstReliance(document.arrangement), question);
  return [
    { column: '0130', label: 'Countries the service comes from', known: said(listed(countries.provision)) },
    { column: '0150', label: 'Countries of storage', known: said(listed(countries.storage)) },
    { column: '0160', label: 'Countries of processing', known: said(listed(countries.processing)) },
    { column: '0170', label: 'Sensitivity of the data', known: said(sensitivity) },
    { column: '0180', label: 'Reliance of the function on the service', known: coded(reliance, relianceCodes) },
  ];
}
