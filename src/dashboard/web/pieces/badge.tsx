// A state in a word, with a sign and a colour: any one of the three is enough to read it.
import { Icon, type IconName } from './icon';

export type Tone = 'good' | 'warn' | 'bad' | 'accent' | 'unknown';

const signOf: Record<Tone, IconName | null> = {
  good: 'check',
  warn: 'warning',
  bad: 'cross',
  accent: null,
  unknown: 'unclear',
};

export function Badge({ tone, children, plain }: { tone: Tone; children: React.ReactNode; plain?: boolean }) {
  const sign = plain === true ? null : signOf[tone];
  return (
    <span className="badge" data-tone={tone}>
      {sign !== null && <Icon name={sign} />}
      {children}
    </span>
  );
}

const toneOfOutcome: Record<string, Tone> = {
  pass: 'good',
  warn: 'warn',
  fail: 'bad',
  error: 'bad',
  inconclusive: 'unknown',
  skipped: 'unknown',
  waived: 'warn',
};

const wordOfOutcome: Record<string, string> = {
  pass: 'Pass',
  warn: 'Warning',
  fail: 'Fail',
  error: 'Could not measure',
  inconclusive: 'Cannot tell yet',
  skipped: 'Skipped',
  waived: 'Waived',
};

/** Null is unknown, and looks like it. */
export function OutcomeBadge({ outcome }: { readonly outcome: string | null }) {
  return (
    <Badge tone={outcome === null ? 'unknown' : (toneOfOutcome[outcome] ?? 'unknown')}>
      {outcome === null ? 'Not measured' : (wordOfOutcome[outcome] ?? outcome)}
    </Badge>
  );
}

const healthWords: Record<string, readonly [Tone, string]> = {
  'on-track': ['good', 'On track'],
  'at-risk': ['warn', 'At risk'],
  'off-track': ['bad', 'Off track'],
};

export function HealthBadge({ health }: { readonly health: string | null }) {
  const [tone, word] =
    health === null ? (['unknown', 'Not known'] as const) : (healthWords[health] ?? ['unknown', health]);
  return <Badge tone={tone}>{word}</Badge>;
}
