// Checks the chain of hashes without trusting the service: SHA-256 over canonical JSON (keys sorted, no spaces) of each
// entry without its own hash, each holding the hash of the one before.
import type { HistoryEntry } from './use-history';

/** Null when every hash fits, otherwise where the chain breaks. */
export async function checkChain(projectId: string, entries: readonly HistoryEntry[]): Promise<string | null> {
  let before = '0'.repeat(64);
  for (const { version, at, event, previousHash, hash } of entries) {
    if (previousHash !== before) {
      return `Version ${version} does not follow the one before it`;
    }
    const made = await sha256Hex(canonical({ projectId, version, at: Date.parse(at), event, previousHash }));
    if (made !== hash) {
      return `The content of version ${version} does not fit its hash`;
    }
    before = hash;
  }
  return null;
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) {
    return `[${value.map(canonical).join(',')}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const fields = Object.entries(value).filter(([, one]) => one !== undefined);
    fields.sort(([left], [right]) => (left < right ? -1 : 1));
    return `{${fields.map(([key, one]) => `${JSON.stringify(key)}:${canonical(one)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

async function sha256Hex(text: string): Promise<string> {
  const bytes = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
