// Keeps what is known of a project beside its version, as soon as it was measured or its incumbent changed.
import { Injectable } from '@nestjs/common';
import { stageOf } from '../../lifecycle/reading.js';
import type { LockInDocument } from '../../lock-in/measure/lock-in-document.js';
import type { Project } from '../project.js';
import { ProjectStore } from '../project-store.js';
import { IncumbentLives } from './incumbent-life.service.js';
import { type LockInStanding, nothingKnown, type ProjectStanding } from './project-standing.js';

/** A project moves by commands and measurements, some a second at most. */
const triesMax = 20;

@Injectable()
export class KeepStanding {
  constructor(
    private readonly store: ProjectStore,
    private readonly lives: IncumbentLives,
  ) {}

  async keepMeasured(projectId: string, document: LockInDocument): Promise<void> {
    await this.keep(projectId, () => lockInStanding(document));
  }

  /** After an edit of the brief; the lock-in stays as it was measured. */
  async keepForced(projectId: string): Promise<ProjectStanding> {
    return this.keep(projectId, ({ standing }) => standing.lockIn);
  }

  /** What is forced follows from the brief as it stands when it is written, whatever was measured under an older one. */
  private async keep(
    projectId: string,
    lockInOf: (project: Project) => LockInStanding | null,
  ): Promise<ProjectStanding> {
    for (let tries = 0; tries < triesMax; tries += 1) {
      const project = await this.store.find(projectId);
      if (project === null) {
        return nothingKnown;
      }
      // Who has left the vendor for good is forced by nothing of his any more.
      const hasLeft = stageOf(project.snapshot) === 'decommissioned';
      const forced = hasLeft ? null : await this.lives.forcedModeOf(project.brief);
      const standing = { forced, lockIn: lockInOf(project) };
      if (await this.store.keepStanding(project, standing)) {
        return standing;
      }
    }
    throw new Error(`project ${projectId} moved ${triesMax} times while what is known of it was written`);
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
