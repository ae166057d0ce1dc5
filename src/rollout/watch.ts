// When does trouble become news? A single failed look is noise; a row of them is told once, and its end is told once.
// What was told belongs to the step: trouble that outlasts a step is told again in the next, whose listener has not
// heard of it.
import type { RoutePlan } from './route-plan.js';

/** telemetry: can the guardrails be read? fallback: does the incumbent answer? */
export type WatchSubject = 'telemetry' | 'fallback';

export type WatchNews = 'TELEMETRY_LOST' | 'TELEMETRY_RESTORED' | 'FALLBACK_DOWN' | 'FALLBACK_UP';

export interface Watch {
  readonly projectId: string;
  readonly subject: WatchSubject;
  readonly attempt: number;
  readonly stepEnteredAt: number;
  /** In a row, up to now. */
  readonly failures: number;
  readonly isDown: boolean;
}

interface WatchRule {
  /** Failures in a row that make it news; one success ends it. */
  readonly failuresMin: number;
  readonly lost: WatchNews;
  readonly restored: WatchNews;
}

const rules: Readonly<Record<WatchSubject, WatchRule>> = {
  telemetry: {
    failuresMin: 2,
    lost: 'TELEMETRY_LOST',
    restored: 'TELEMETRY_RESTORED',
  },
  fallback: { failuresMin: 3, lost: 'FALLBACK_DOWN', restored: 'FALLBACK_UP' },
};

export interface Look {
  readonly subject: WatchSubject;
  readonly plan: Pick<RoutePlan, 'projectId' | 'attempt' | 'stepEnteredAt'>;
  readonly succeeded: boolean;
}

export interface Noticed {
  readonly watch: Watch;
  readonly news: WatchNews | null;
  /** False when saving the watch would change nothing that matters. */
  readonly isChanged: boolean;
}

/** @param before null when nothing has been remembered yet */
export function notice(before: Watch | null, { subject, plan, succeeded }: Look): Noticed {
  const rule = rules[subject];
  const wasDown = before?.isDown ?? false;
  const isToldHere = wasDown && before?.attempt === plan.attempt && before.stepEnteredAt === plan.stepEnteredAt;
  const failures = succeeded ? 0 : (before?.failures ?? 0) + 1;
  const isDown = !succeeded && (wasDown || failures >= rule.failuresMin);
  const watch: Watch = {
    projectId: plan.projectId,
    subject,
    attempt: plan.attempt,
    stepEnteredAt: plan.stepEnteredAt,
    failures,
    isDown,
  };
  if (succeeded) {
    return {
      watch,
      news: wasDown ? rule.restored : null,
      isChanged: wasDown || (before?.failures ?? 0) > 0,
    };
  }
  return {
    watch,
    news: isDown && !isToldHere ? rule.lost : null,
    isChanged: true,
  };
}
