// Which features of a vendor the calls use, how portable each is, and what to do instead.
import { portabilityWeights } from '../features/feature-signal.js';
import { featureSignals } from '../features/read-features.js';
import type { TrafficState } from './traffic-state.js';

export interface ReportedFeature {
  readonly id: string;
  readonly feature: string;
  readonly portabilityClass: string;
  readonly portability: number;
  readonly isState: boolean;
  readonly calls: number;
  /** Over all time, ms. */
  readonly firstSeenAt: number;
  readonly lastSeenAt: number;
  readonly sampleIds: readonly string[];
  readonly instead: string;
}

/** Worst first, then by calls. */
export function featureReport(
  { features }: TrafficState,
  firstSeenAt: Readonly<Record<string, number>>,
): readonly ReportedFeature[] {
  return featureSignals
    .flatMap((signal): ReportedFeature[] => {
      const line = features[signal.id];
      const { id, feature, portability, isState, instead } = signal;
      return line === undefined
        ? []
        : [
            {
              ...{ id, feature, portabilityClass: portability, portability: portabilityWeights[portability], isState },
              calls: line.calls,
              firstSeenAt: Math.min(firstSeenAt[id] ?? line.firstAt, line.firstAt),
              lastSeenAt: line.lastAt,
              sampleIds: line.sampleIds,
              instead,
            },
          ];
    })
    .sort((left, right) => right.portability - left.portability || right.calls - left.calls);
}
