import { Badge, type Tone } from './badge';

const words: Readonly<Record<string, readonly [Tone, string]>> = {
  running: ['accent', 'Running'],
  succeeded: ['good', 'Done'],
  failed: ['bad', 'Failed'],
  cancelled: ['unknown', 'Cancelled'],
};

/** How a piece of work stands. */
export function RunBadge({ state }: { readonly state: string }) {
  const [tone, word] = words[state] ?? ['unknown', state];
  return <Badge tone={tone}>{word}</Badge>;
}
