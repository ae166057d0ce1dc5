import { doraAssessment } from './dora/dora-assessment.js';
import { doraContract } from './dora/dora-contract.js';
import { doraEntity } from './dora/dora-entity.js';
import { doraFunctions } from './dora/dora-functions.js';
import { doraSupplyChain } from './dora/dora-supply-chain.js';
import type { RegisterExport } from './export.js';

export const dora: RegisterExport = {
  id: 'dora',
  title: 'DORA register of information',
  source: 'Implementing Regulation (EU) 2024/2956, templates B_01, B_02, B_05, B_06 and B_07.',
  rowsOfEntity: doraEntity,
  rowsOf: (question) => [
    ...doraContract(question),
    ...doraSupplyChain(question),
    ...doraFunctions(question),
    ...doraAssessment(question),
  ],
};
