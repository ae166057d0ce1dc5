// Scores a project as of now, says what moved since the last day, and keeps the day.
import { Inject, Injectable } from '@nestjs/common';
import { allIndicators } from '../indicators/all-indicators.js';
import { ProfileShelf } from '../profile-shelf.js';
import { type Trend, trendOf } from '../score/trend.js';
import { dayOf } from '../traffic/utc-day.js';
import { DayStore } from './day-store.js';
import { changeSince, type ScoredDay, type ScoredFrom, scoreFrom } from './scored-day.js';

const dayMs = 86_400_000;

export interface Trends {
  readonly days30: Trend;
  readonly days90: Trend;
}

@Injectable()
export class ScoreDay {
  constructor(
    @Inject(DayStore) private readonly days: DayStore,
    private readonly shelf: ProfileShelf,
  ) {}

  async score(projectId: string, from: ScoredFrom, now: number): Promise<ScoredDay> {
    const { profile, digest } = this.shelf;
    await this.days.keepProfile(digest, profile);
    const day = dayOf(now);
    const assessment = scoreFrom({ indicators: allIndicators, profile, from, now });
    const before = await this.days.lastBefore(projectId, day);
    const beforeProfile = before === null ? null : await this.days.profile(before.profileDigest);
    const change =
      before === null || beforeProfile === null
        ? null
        : changeSince({ day: before, profile: beforeProfile }, { assessment, profile }, allIndicators);
    const scored: ScoredDay = { projectId, day, at: now, profileDigest: digest, from, assessment, change };
    await this.days.put(scored);
    return scored;
  }

  async trends(projectId: string, now: number): Promise<Trends> {
    const scores = await this.days.scores(projectId, dayOf(now - 90 * dayMs));
    const since = (days: number) =>
      scores.filter((one) => one.at > now - days * dayMs).map((one) => ({ day: one.at / dayMs, score: one.score }));
    return { days30: trendOf(since(30)), days90: trendOf(since(90)) };
  }
}
