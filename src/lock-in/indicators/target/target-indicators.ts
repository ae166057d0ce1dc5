// Every indicator of the target ledger, in the order of the report.
import type { Indicator } from '../../indicator.js';
import { baseIsCurrent } from './base-is-current.js';
import { baseIsOpen } from './base-is-open.js';
import { buildRunsElsewhere } from './build-runs-elsewhere.js';
import { capacitySurvivesALoss } from './capacity-survives-a-loss.js';
import { criticalPartsHavePeople } from './critical-parts-have-people.js';
import { driftIsWatched } from './drift-is-watched.js';
import { engineIsSupported } from './engine-is-supported.js';
import { hardwareCommitmentIsSmall } from './hardware-commitment-is-small.js';
import { hardwareSuppliersAreSeveral } from './hardware-suppliers-are-several.js';
import { licenceAllowsTheUse } from './licence-allows-the-use.js';
import { licenceDutiesAreMet } from './licence-duties-are-met.js';
import { licenceTextIsPinned } from './licence-text-is-pinned.js';
import { modelIsInTheInventory } from './model-is-in-the-inventory.js';
import { qualityIsSampled } from './quality-is-sampled.js';
import { runbookWasDrilled } from './runbook-was-drilled.js';
import { servingIsPatched } from './serving-is-patched.js';
import { severalPeopleCanRunIt } from './several-people-can-run-it.js';
import { somebodySupportsIt } from './somebody-supports-it.js';
import { tunedModelWasAttacked } from './tuned-model-was-attacked.js';
import { tuningStaysAModification } from './tuning-stays-a-modification.js';
import { weightsAreVerified } from './weights-are-verified.js';
import { weightsComeFromPermittedAnswers } from './weights-come-from-permitted-answers.js';
import { weightsRunNoCode } from './weights-run-no-code.js';

export const targetIndicators: readonly Indicator[] = [
  licenceAllowsTheUse,
  licenceDutiesAreMet,
  weightsComeFromPermittedAnswers,
  licenceTextIsPinned,
  weightsAreVerified,
  weightsRunNoCode,
  servingIsPatched,
  baseIsOpen,
  tunedModelWasAttacked,
  baseIsCurrent,
  engineIsSupported,
  criticalPartsHavePeople,
  somebodySupportsIt,
  hardwareSuppliersAreSeveral,
  capacitySurvivesALoss,
  hardwareCommitmentIsSmall,
  buildRunsElsewhere,
  severalPeopleCanRunIt,
  runbookWasDrilled,
  tuningStaysAModification,
  modelIsInTheInventory,
  driftIsWatched,
  qualityIsSampled,
];
