import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client';
import { Badge } from '../../pieces/badge';
import { Card } from '../../pieces/card';
import { ConfirmDialog } from '../../pieces/confirm-dialog';
import { Icon } from '../../pieces/icon';
import { Loading } from '../../pieces/loading';
import { ProblemBox } from '../../pieces/problem-box';
import { roleWord } from '../../pieces/service-words';
import { TableWrap } from '../../pieces/table-wrap';
import { TimeAgo } from '../../pieces/time-ago';
import { ForAdmins } from './for-admins';
import { TokenForm } from './token-form';

type Token = Schemas['TokenResponse'];

export const tokensKey = ['tokens'] as const;

export function TokensView() {
  return (
    <ForAdmins what="Tokens">
      <Tokens />
    </ForAdmins>
  );
}

function Tokens() {
  const [isMaking, setIsMaking] = useState(false);
  const [revoking, setRevoking] = useState<Token | null>(null);
  const queries = useQueryClient();
  const tokens = useQuery({
    queryKey: tokensKey,
    queryFn: async () => ((await taken(api.GET('/v1/tokens'))) as Schemas['TokenListResponse']).tokens,
  });
  const revoke = async (tokenId: string) => {
    await taken(api.DELETE('/v1/tokens/{tokenId}', { params: { path: { tokenId } } }));
    await queries.invalidateQueries({ queryKey: tokensKey });
  };
  return (
    <Card
      title="Tokens"
      aside={
        <button type="button" className="button" data-kind="primary" onClick={() => setIsMaking(true)}>
          <Icon name="plus" />
          New token
        </button>
      }
    >
      {tokens.isError && <ProblemBox error={tokens.error} retry={() => void tokens.refetch()} />}
      {tokens.isPending && <Loading what="the tokens" />}
      {tokens.data !== undefined && <TokenTable tokens={tokens.data} onRevoke={setRevoking} />}
      {isMaking && <TokenForm close={() => setIsMaking(false)} />}
      {revoking !== null && (
        <ConfirmDialog
          open
          onOpenChange={(isOpen) => !isOpen && setRevoking(null)}
          title={`Revoke “${revoking.name}”`}
          what={
            <p>
              Whoever holds it ({revoking.person}, {roleWord(revoking.role)}) is shut out within a second, everywhere.
              It cannot be taken back.
            </p>
          }
          confirmLabel="Revoke"
          isGrave
          onConfirm={() => revoke(revoking.id)}
        />
      )}
    </Card>
  );
}

interface TableProps {
  readonly tokens: readonly Token[];
  readonly onRevoke: (token: Token) => void;
}

function TokenTable({ tokens, onRevoke }: TableProps) {
  return (
    <TableWrap label="Tokens">
      <table className="table stacked-table">
        <thead>
          <tr>
            {['Name', 'Person', 'Role', 'Projects', 'Last six', 'Last used', 'State'].map((name) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
            <th scope="col">
              <span className="visually-hidden">Orders</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {tokens.map((token) => (
            <Row key={token.id} token={token} onRevoke={onRevoke} />
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function Row({ token, onRevoke }: { readonly token: Token; readonly onRevoke: (token: Token) => void }) {
  const projects = token.projects as readonly string[] | null;
  const lastUsedAt = token.lastUsedAt as string | null;
  const expiresAt = token.expiresAt as string | null;
  const isRevoked = (token.revokedAt as string | null) !== null;
  const isOver = expiresAt !== null && Date.parse(expiresAt) < Date.now();
  return (
    <tr>
      <td>
        <strong>{token.name}</strong>
      </td>
      <td data-label="Person">{token.person}</td>
      <td data-label="Role">{roleWord(token.role)}</td>
      <td data-label="Projects">{projects === null ? 'all' : projects.length}</td>
      <td data-label="Last six">
        <code>…{token.lastSix}</code>
      </td>
      <td data-label="Last used" className="unbroken">
        {lastUsedAt === null ? 'never' : <TimeAgo at={lastUsedAt} />}
      </td>
      <td data-label="State">
        {isRevoked || isOver ? (
          <Badge tone="unknown">{isRevoked ? 'Revoked' : 'Expired'}</Badge>
        ) : (
          <Valid expiresAt={expiresAt} />
        )}
      </td>
      <td className="number">
        {!isRevoked && !isOver && (
          <button
            type="button"
            className="button"
            data-size="small"
            data-kind="danger"
            aria-label={`Revoke ${token.name} of ${token.person}`}
            onClick={() => onRevoke(token)}
          >
            Revoke
          </button>
        )}
      </td>
    </tr>
  );
}

function Valid({ expiresAt }: { readonly expiresAt: string | null }) {
  return (
    <span className="token-state">
      <Badge tone="good">Valid</Badge>
      <span className="faint">
        {expiresAt === null ? (
          'for good'
        ) : (
          <>
            ends <TimeAgo at={expiresAt} />
          </>
        )}
      </span>
    </span>
  );
}
