import { Module } from '@nestjs/common';
import { ArtefactStore } from './artefacts/artefact-store.js';
import { SqlArtefactStore } from './artefacts/artefact-store.sql.js';
import { ArtefactsService } from './artefacts/artefacts.service.js';
import { CancelTrainingJob } from './cancel-training.job.js';
import { RecipesController } from './recipes.controller.js';
import { TrainingStore } from './runs/training-store.js';
import { SqlTrainingStore } from './runs/training-store.sql.js';
import { ThreadStudentScorer } from './score-student.client.js';
import { ServeCandidateController } from './serving/serve-candidate.controller.js';
import { ServeCandidateService } from './serving/serve-candidate.service.js';
import { ServedStudents } from './serving/served-students.service.js';
import { StudentScorer } from './student-scorer.js';
import { WorkerStudentTrainer } from './student-trainer.client.js';
import { StudentTrainer } from './student-trainer.js';
import { TrainingController } from './training.controller.js';
import { TrainingService } from './training.service.js';

@Module({
  controllers: [TrainingController, RecipesController, ServeCandidateController],
  providers: [
    { provide: TrainingStore, useClass: SqlTrainingStore },
    { provide: ArtefactStore, useClass: SqlArtefactStore },
    { provide: StudentTrainer, useClass: WorkerStudentTrainer },
    { provide: StudentScorer, useClass: ThreadStudentScorer },
    ArtefactsService,
    CancelTrainingJob,
    ServeCandidateService,
    ServedStudents,
    TrainingService,
  ],
  exports: [TrainingService, ArtefactStore, StudentScorer],
})
export class TrainingModule {}
