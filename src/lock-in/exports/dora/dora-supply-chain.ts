// B_05.02: who stands behind the provider; the developer of a resold model is there without being declared.
import { documentStatement } from '../../register/judging/register-statement.js';
import { supplyChain } from '../../register/supply-chain.js';
import type { ExportQuestion, ExportRow } from '../export.js';
import { rowsOfTemplate } from '../rows/export-rows.js';

export function doraSupplyChain({ document, picture }: ExportQuestion): readonly ExportRow[] {
  const { arrangement } = document;
  return supplyChain(arrangement, picture).flatMap((link) => {
    const said = (value: string | number | null) => {
      const declared = documentStatement(value, document, picture);
      return link.isDeclared || value === null
        ? declared
        : { ...declared, source: 'measured' as const, confidence: 1, ageDays: 0 };
    };
    return rowsOfTemplate(`B_05.02/${link.rank}/${link.name}`, document.id, [
      { column: '0010', label: 'Contract reference', known: said(arrangement.contract.ref) },
      { column: '0020', label: 'Kind of service', known: said(arrangement.serviceType) },
      { column: '0030', label: 'Who supplies', known: said(link.name) },
      { column: '0050', label: 'Rank', known: said(link.rank) },
      { column: '0060', label: 'Whom they supply', known: said(link.supplies) },
    ]);
  });
}
