// What the compiled reader makes of its tables before the first line. (AssemblyScript)

import { prepareSplats } from '../kernels/splats.kernel';
import { prepareHints } from './answer-hints.kernel';
import { prepareUnits } from './answer-units.kernel';
import { prepareSigns } from './normal-bytes.kernel';
import { preparePacks } from './packed-bytes.kernel';
import { prepareLiterals } from './row-key.kernel';

/** Call once, after the tables were written. */
export function prepare(): void {
  prepareSplats();
  preparePacks();
  prepareSigns();
  prepareLiterals();
  prepareUnits();
  prepareHints();
}
