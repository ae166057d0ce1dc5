import { Badge, type Tone } from '../../../pieces/badge';

const words: Readonly<Record<string, readonly [Tone, string]>> = {
  pending: ['accent', 'Waits'],
  applied: ['good', 'Decided'],
  rejected: ['bad', 'Kept out'],
  unchanged: ['unknown', 'Nothing new'],
  waiting: ['accent', 'Waits'],
  stale: ['unknown', 'Overtaken'],
};

/** How a document, or one of its changes, stands. */
export function RefreshBadge({ state }: { readonly state: string }) {
  const [tone, word] = words[state] ?? ['unknown', state];
  return <Badge tone={tone}>{word}</Badge>;
}
