// Every trainer whose treatment of rows is known, by name.
import { axolotl } from './frameworks/axolotl.js';
import { keras } from './frameworks/keras.js';
import { baselineStudent, scikitLearn } from './frameworks/label-learners.js';
import { llamaFactoryDpo } from './frameworks/llama-factory-dpo.js';
import { llamaFactorySft } from './frameworks/llama-factory-sft.js';
import { openClip } from './frameworks/open-clip.js';
import { torchtune } from './frameworks/torchtune.js';
import { trlDpo } from './frameworks/trl-dpo.js';
import { trlSft } from './frameworks/trl-sft.js';
import { unsloth } from './frameworks/unsloth.js';
import type { Trainer, TrainerName } from './trainer.js';

export const allTrainers: Readonly<Record<TrainerName, Trainer>> = {
  'trl-sft': trlSft,
  'trl-dpo': trlDpo,
  axolotl,
  'llama-factory-sft': llamaFactorySft,
  'llama-factory-dpo': llamaFactoryDpo,
  unsloth,
  torchtune,
  keras,
  'open-clip': openClip,
  'scikit-learn': scikitLearn,
  'baseline-student': baselineStudent,
};
