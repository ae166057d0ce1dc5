// The rules on rights as they are written, read once at the start.
import type { RightsRules } from './rights-rules.js';

export class RightsRulesShelf {
  constructor(readonly rules: RightsRules) {}
}
