import { Module } from '@nestjs/common';
import { CancelEvaluationJob } from './cancel-evaluation.job.js';
import { EvaluationService } from './evaluation.service.js';
import { SqlEvaluationItemStore } from './evaluation-item-store.sql.js';
import { EvaluationItemStore, EvaluationStore } from './evaluation-store.js';
import { SqlEvaluationStore } from './evaluation-store.sql.js';
import { EvaluationsController } from './evaluations.controller.js';
import { EvaluatorsController } from './evaluators.controller.js';

@Module({
  controllers: [EvaluationsController, EvaluatorsController],
  providers: [
    { provide: EvaluationStore, useClass: SqlEvaluationStore },
    { provide: EvaluationItemStore, useClass: SqlEvaluationItemStore },
    CancelEvaluationJob,
    EvaluationService,
  ],
  exports: [EvaluationService],
})
export class EvaluationModule {}
