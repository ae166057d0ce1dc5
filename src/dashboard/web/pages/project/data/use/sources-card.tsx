// Each source of rows with what its licence and terms say of this use; where a signature is asked for, it is given here.
import { useState } from 'react';
import type { Schemas } from '../../../../api/client';
import { Badge, type Tone } from '../../../../pieces/badge';
import { Card } from '../../../../pieces/card';
import { TableWrap } from '../../../../pieces/table-wrap';
import type { DataPartProps } from '../data-part';
import { useSignatures } from '../data-queries';
import { number } from '../data-words';
import { useMay, whoMay } from '../may';
import { type OriginNames, useOriginNames } from '../origin-names';
import { SignDialog } from './sign-dialog';
import { SignatureList } from './signature-list';

const rulings: Readonly<Record<string, readonly [Tone, string]>> = {
  permitted: ['good', 'permitted'],
  acknowledge: ['warn', 'needs a signature'],
  blocked: ['bad', 'blocked'],
  unknown: ['unknown', 'not known'],
};

export function SourcesCard({ projectId, report }: Pick<DataPartProps, 'report'> & { readonly projectId: string }) {
  const names = useOriginNames(projectId);
  const maySign = useMay('sign');
  const [signing, setSigning] = useState<string | null>(null);
  const sources = report?.manifest?.licences ?? [];
  const isAsked = sources.some(({ ruling }) => ruling === 'acknowledge');
  return (
    <Card
      title="Sources of the rows"
      note="As the newest report read their licences and terms. Readings of published texts, no legal advice; what is blocked stays blocked."
    >
      <div className="stack">
        {sources.length === 0 ? (
          <p className="muted">Sources are listed once something was measured.</p>
        ) : (
          <SourceTable
            projectId={projectId}
            sources={sources}
            names={names}
            hasSignColumn={isAsked && maySign}
            onSign={setSigning}
          />
        )}
        {isAsked && !maySign && <p className="faint">{whoMay('sign')} may sign where it is needed.</p>}
        <SignatureList projectId={projectId} names={names} />
      </div>
      {signing !== null && (
        <SignDialog
          projectId={projectId}
          source={signing}
          name={names.within(signing)}
          open
          onOpenChange={(isOpen) => setSigning(isOpen ? signing : null)}
        />
      )}
    </Card>
  );
}

type Source = Schemas['SourceLicenceResponse'];

interface SourceTableProps {
  readonly projectId: string;
  readonly sources: readonly Source[];
  readonly names: OriginNames;
  readonly hasSignColumn: boolean;
  readonly onSign: (source: string) => void;
}

function SourceTable({ projectId, sources, names, hasSignColumn, onSign }: SourceTableProps) {
  const signatures = useSignatures(projectId);
  const signerOf = (source: string) =>
    signatures.data?.find((one) => one.source === source && one.withdrawnAt === null)?.by ?? null;
  return (
    <TableWrap label="Sources of the rows">
      <table className="table stacked-table">
        <thead>
          <tr>
            <th scope="col">Source</th>
            <th scope="col" className="number">
              Rows
            </th>
            <th scope="col">For this use</th>
            <th scope="col">Why</th>
            {hasSignColumn && <th scope="col">Signature</th>}
          </tr>
        </thead>
        <tbody>
          {sources.map((source) => (
            <SourceRow
              key={`${source.source} ${source.licence}`}
              source={source}
              name={sourceWords(names.within(source.source))}
              signer={signerOf(source.source)}
              hasSignColumn={hasSignColumn}
              onSign={() => onSign(source.source)}
            />
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

/** Answers of a vendor are a source by its contract: `vendor:openai/api`. */
function sourceWords(name: string): string {
  const [, vendor, route] = /^vendor:([^/]+)\/(.+)$/.exec(name) ?? [];
  return vendor === undefined ? name : `answers of ${vendor}, ${(route ?? '').replaceAll('-', ' ')}`;
}

interface SourceRowProps {
  readonly source: Source;
  readonly name: string;
  /** Who signed for it since; null: nobody. */
  readonly signer: string | null;
  readonly hasSignColumn: boolean;
  readonly onSign: () => void;
}

function SourceRow({ source, name, signer, hasSignColumn, onSign }: SourceRowProps) {
  const { rows, licence, ruling } = source;
  const [tone, word] = rulings[ruling] ?? (['unknown', ruling] as const);
  const isAsked = ruling === 'acknowledge';
  return (
    <tr>
      <td>{name}</td>
      <td data-label="Rows" className="number">
        {number(rows)}
      </td>
      <td data-label="For this use">
        <Badge tone={tone}>{word}</Badge>
        {isAsked && signer !== null && <span className="faint block">signed by {signer}; measure again</span>}
      </td>
      <td data-label="Why" className="wide-cell">
        {licence}
      </td>
      {hasSignColumn && (
        <td>
          {isAsked && (
            <button type="button" className="button" data-size="small" onClick={onSign}>
              Sign…<span className="visually-hidden"> for {name}</span>
            </button>
          )}
        </td>
      )}
    </tr>
  );
}
