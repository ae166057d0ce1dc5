// Is the split sound, and can it be made again? In the order of the catalogue.
import type { Check } from '../../check.js';
import { exportsComeBackTheSame } from './exports-come-back-the-same.js';
import { holdoutStaysAsItWas } from './holdout-stays-as-it-was.js';
import { manifestIsComplete } from './manifest-is-complete.js';
import { orderChangesNothing } from './order-changes-nothing.js';
import { sidesAreDisjoint } from './sides-are-disjoint.js';
import { sidesHaveTheSameClasses } from './sides-have-the-same-classes.js';
import { splitIsRepeatable } from './split-is-repeatable.js';

export const splitChecks: readonly Check[] = [
  splitIsRepeatable,
  sidesAreDisjoint,
  sidesHaveTheSameClasses,
  holdoutStaysAsItWas,
  manifestIsComplete,
  exportsComeBackTheSame,
  orderChangesNothing,
];
