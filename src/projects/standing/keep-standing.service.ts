// Keeps what is known of a project beside its version, as soon as it was measured or its incumbent changed.
import { Injectable } from '@nestjs/common';
import { stageOf } from '../../lifecycle/reading.js';
import type { LockInDocument } from '../../lock-in/measure/lock-in-document.js';
import type { Project } from '../project.js';
import { ProjectStore } from '../project-store.js';
import { IncumbentLives } from './incumbent-life.service.js';
import type { LockInStanding, ProjectStanding } from './project-standing.js';

@Injectable()
export class KeepStanding {
  constructor(
    private readonly store: ProjectStore,
    private readonly lives: IncumbentLives,
  ) {}

  async keepMeasured(project: Project, document: LockInDocument): Promise<void> {
    await this.keep(project, lockInStanding(document));
  }

  /** After an edit of the brief; the lock-in stays as it was measured. */
  async keepForced(project: Project): Promise<ProjectStanding> {
    return this.keep(project, project.standing.lockIn);
  }

  private async keep(project: Project, lockIn: LockInStanding | null): Promise<ProjectStanding> {
    // Who has left the vendor for good is forced by nothing of his any more.
    const hasLeft = stageOf(project.snapshot) === 'decommissioned';
    const standing = { forced: hasLeft ? null : await this.lives.forcedModeOf(project.brief), lockIn };
    await this.store.keepStanding(project.id, standing);
    return standing;
  }
}

export function lockInStanding(document: LockInDocument): LockInStanding {
  const { day, score, low, high, confidence, band, trend, daysToShutdown } = document;
  const { pointsPer30Days, isTrend } = trend.days30;
  return {
    day,
    ...{
      score: tenth(score),
      low: tenth(low),
      high: tenth(high),
      confidence: Math.round(confidence * 100) / 100,
      band,
    },
    ...{ pointsPer30Days: pointsPer30Days === null ? null : tenth(pointsPer30Days), isTrend },
    daysToShutdown,
  };
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
