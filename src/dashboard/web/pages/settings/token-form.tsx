import { useQueryClient } from '@tanstack/react-query';
import { Dialog } from 'radix-ui';
import { useState } from 'react';
import { api, type Schemas, taken } from '../../api/client';
import { useBoard } from '../../api/queries';
import { CopyButton } from '../../pieces/copy-button';
import { DialogFrame } from '../../pieces/dialog-frame';
import { ProblemBox } from '../../pieces/problem-box';
import { useSending } from './use-sending';

const roles = [
  ['viewer', 'reads'],
  ['lead', 'begins projects and moves them on'],
  ['approver', 'approves gates'],
  ['risk-owner', 'approves, overrides, accepts risk'],
  ['admin', 'everything, and tokens and vendors'],
  ['service', 'an application that sends its calls'],
] as const;

function requestOf(form: FormData): Schemas['CreateTokenRequest'] {
  const days = String(form.get('days') ?? '').trim();
  const projects = form.getAll('projects').map(String);
  return {
    name: String(form.get('name')).trim(),
    person: String(form.get('person')).trim(),
    role: String(form.get('role')) as Schemas['CreateTokenRequest']['role'],
    ...(projects.length === 0 ? {} : { projects }),
    ...(days === '' ? {} : { expiresInDays: Number(days) }),
  };
}

export function TokenForm({ close }: { readonly close: () => void }) {
  const [made, setMade] = useState<string | null>(null);
  const queries = useQueryClient();
  const { busy, error, send } = useSending();
  const make = (form: FormData) =>
    send(async () => {
      const answer = (await taken(
        api.POST('/v1/tokens', { body: requestOf(form) }),
      )) as Schemas['CreatedTokenResponse'];
      setMade(answer.token);
      await queries.invalidateQueries({ queryKey: ['tokens'] });
    });
  return (
    <Dialog.Root open onOpenChange={(open) => !open && close()}>
      <DialogFrame isPlain>
        <Dialog.Title asChild>
          <h2>{made === null ? 'New token' : 'The token, shown this once'}</h2>
        </Dialog.Title>
        {made === null ? (
          <form
            className="stack"
            onSubmit={(event) => {
              event.preventDefault();
              void make(new FormData(event.currentTarget));
            }}
          >
            <Fields />
            {error !== null && <ProblemBox error={error} />}
            <div className="actions">
              <Dialog.Close className="button">Leave it</Dialog.Close>
              <button type="submit" className="button" data-kind="primary" disabled={busy}>
                Make the token
              </button>
            </div>
          </form>
        ) : (
          <Made token={made} />
        )}
      </DialogFrame>
    </Dialog.Root>
  );
}

function Made({ token }: { readonly token: string }) {
  return (
    <div className="stack">
      <p className="muted">Copy it now and keep it where secrets are kept. Nobody can show it again.</p>
      <pre className="snippet token-shown">
        <code>{token}</code>
      </pre>
      <div className="actions">
        <CopyButton text={token} label="Copy the token" />
        <Dialog.Close className="button" data-kind="primary">
          I have kept it
        </Dialog.Close>
      </div>
    </div>
  );
}

function Fields() {
  const board = useBoard();
  return (
    <>
      <div className="two-fields">
        <div className="field">
          <label htmlFor="token-name">What it is for</label>
          <input id="token-name" name="name" className="input" required maxLength={200} placeholder="Laptop of Grace" />
        </div>
        <div className="field">
          <label htmlFor="token-person">Person who answers for it</label>
          <input id="token-person" name="person" className="input" required maxLength={200} placeholder="grace" />
        </div>
      </div>
      <div className="two-fields">
        <div className="field">
          <label htmlFor="token-role">Role</label>
          <select id="token-role" name="role" className="input" defaultValue="viewer">
            {roles.map(([role, what]) => (
              <option key={role} value={role}>
                {role}: {what}
              </option>
            ))}
          </select>
        </div>
        <div className="field">
          <label htmlFor="token-days">Days until it ends</label>
          <input id="token-days" name="days" type="number" min={1} max={3650} className="input" />
          <span className="hint">Left empty: as configured.</span>
        </div>
      </div>
      <div className="field">
        <label htmlFor="token-projects">Projects</label>
        <select id="token-projects" name="projects" className="input" multiple size={4}>
          {(board.data ?? []).map((one) => (
            <option key={one.id} value={one.id}>
              {one.name} ({one.owner})
            </option>
          ))}
        </select>
        <span className="hint">None chosen: every project.</span>
      </div>
    </>
  );
}
