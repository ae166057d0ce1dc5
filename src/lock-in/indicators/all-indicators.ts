// Both ledgers.

import type { Indicator } from '../indicator.js';
import { sourceIndicators } from './source/source-indicators.js';
import { targetIndicators } from './target/target-indicators.js';

export const allIndicators: readonly Indicator[] = [...sourceIndicators, ...targetIndicators];
