// The features of one call, worst first.
import { type CallView, type FeatureSignal, portabilityWeights } from './feature-signal.js';
import { geminiSignals } from './gemini-signals.js';
import { openaiSignals } from './openai-signals.js';

export const featureSignals: readonly FeatureSignal[] = [...openaiSignals, ...geminiSignals];

/** Signals found in the call; a call with none of them is unknown, and counts as the worst. */
export function readFeatures(call: CallView): readonly FeatureSignal[] {
  return featureSignals
    .filter((signal) => signal.isUsedIn(call))
    .sort((left, right) => portabilityWeights[right.portability] - portabilityWeights[left.portability]);
}

/** Weight of the worst feature, 0 to 1; a call of which no signal is known counts as not portable. */
export function portabilityOf(features: readonly FeatureSignal[]): number {
  const [worst] = features;
  return worst === undefined ? portabilityWeights.D : portabilityWeights[worst.portability];
}
