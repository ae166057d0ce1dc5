// Every export of the register.
import { dora } from './dora.js';
import { eba } from './eba.js';
import type { RegisterExport } from './export.js';
import { finos } from './finos.js';
import { nist } from './nist.js';
import { pra } from './pra.js';

export const allExports: readonly RegisterExport[] = [dora, eba, pra, finos, nist];
