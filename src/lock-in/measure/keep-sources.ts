// What was looked at is kept, and what follows from it and from documents is declared, before the day is scored.
import type { LockInSources } from '../measurement.js';
import type { HandedRamp } from './handed-facts.js';

export abstract class KeepSources {
  abstract keep(
    projectId: string,
    looked: {
      readonly sources: LockInSources;
      readonly leftVendorAt: number | null;
      readonly ramp: HandedRamp | null;
    },
  ): Promise<void>;
}
