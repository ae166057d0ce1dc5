import { checkChain } from './check-chain';
import type { HistoryEntry } from './use-history';

const projectId = 'prj_1';

async function hashOf(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return [...new Uint8Array(bytes)].map((byte) => (byte + 0x100).toString(16).slice(1)).join('');
}

/** A chain whose canonical text is written out here by hand. */
async function chain(...reasons: readonly string[]): Promise<HistoryEntry[]> {
  const entries: HistoryEntry[] = [];
  let previousHash = '0'.repeat(64);
  for (const [at, reason] of reasons.entries()) {
    const version = at + 1;
    const made = Date.UTC(2026, 10, 25, 10, at);
    const event = { name: 'project.edited', details: { b: [2, null], a: 'é' }, reason };
    const text =
      `{"at":${made},"event":{"details":{"a":"é","b":[2,null]},"name":"project.edited","reason":"${reason}"},` +
      `"previousHash":"${previousHash}","projectId":"${projectId}","version":${version}}`;
    const hash = await hashOf(text);
    entries.push({ version, at: new Date(made).toISOString(), event, previousHash, hash } as unknown as HistoryEntry);
    previousHash = hash;
  }
  return entries;
}

const changed = (entries: HistoryEntry[], at: number, parts: Partial<HistoryEntry>) =>
  entries.map((one, place) => (place === at ? { ...one, ...parts } : one));

describe('the chain of the history', () => {
  it('fits where nothing was touched', async () => {
    expect(await checkChain(projectId, await chain('one', 'two', 'three'))).toBeNull();
  });

  it('tells which entry was written over', async () => {
    const event = { name: 'project.edited', details: { a: 'é', b: [2, null] }, reason: 'other' } as never;
    expect(await checkChain(projectId, changed(await chain('one', 'two', 'three'), 1, { event }))).toBe(
      'The content of version 2 does not fit its hash',
    );
  });

  it('tells where an entry is missing', async () => {
    expect(await checkChain(projectId, (await chain('one', 'two', 'three')).toSpliced(1, 1))).toBe(
      'Version 3 does not follow the one before it',
    );
  });

  it('belongs to its project: entries of another do not fit', async () => {
    expect(await checkChain('prj_2', await chain('one'))).toBe('The content of version 1 does not fit its hash');
  });
});
