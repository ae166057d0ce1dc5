// Every guardrail there is. To add one: its file beside this one, and its line here.
import { errorRate } from './error-rate.js';
import type { Guardrail } from './guardrail.js';
import { latency } from './latency.js';

export const allGuardrails: readonly Guardrail[] = [errorRate, latency];
