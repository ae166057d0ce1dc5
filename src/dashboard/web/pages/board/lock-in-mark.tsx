import type { ProjectStatus } from '../../api/queries';
import { Badge, type Tone } from '../../pieces/badge';

type LockIn = NonNullable<ProjectStatus['lockIn']>;

const bands: Readonly<Record<string, readonly [Tone, string]>> = {
  low: ['good', 'low'],
  moderate: ['good', 'moderate'],
  high: ['warn', 'high'],
  severe: ['bad', 'severe'],
};

/** The score with its band, and which way it goes where the days agree on a direction. */
export function LockInMark({ lockIn }: { readonly lockIn: ProjectStatus['lockIn'] }) {
  if (lockIn === null) {
    return <span className="faint">not measured</span>;
  }
  const [tone, word] =
    lockIn.band === null ? (['unknown', 'not assessed'] as const) : (bands[lockIn.band] ?? ['unknown', lockIn.band]);
  return (
    <span className="lock-in-mark">
      <strong>{Math.round(lockIn.score)}</strong>
      <Badge tone={tone} plain>
        {word}
      </Badge>
      {trendWords(lockIn) !== null && <span className="faint">{trendWords(lockIn)}</span>}
    </span>
  );
}

/** Null where no direction can be told. */
export function trendWords({ pointsPer30Days, isTrend }: LockIn): string | null {
  if (!isTrend || pointsPer30Days === null || Math.abs(pointsPer30Days) < 0.1) {
    return null;
  }
  return `${pointsPer30Days > 0 ? '↗ +' : '↘ −'}${Math.abs(pointsPer30Days).toFixed(1)} in 30 days`;
}
