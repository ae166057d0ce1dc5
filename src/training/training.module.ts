import { Module } from '@nestjs/common';
import { ArtefactStore } from './artefact-store.js';
import { SqlArtefactStore } from './artefact-store.sql.js';
import { ArtefactsService } from './artefacts.service.js';
import { CancelTrainingJob } from './cancel-training.job.js';
import { ServeCandidateController } from './serve-candidate.controller.js';
import { ServeCandidateService } from './serve-candidate.service.js';
import { ServedStudents } from './served-students.service.js';
import { WorkerStudentTrainer } from './student-trainer.client.js';
import { StudentTrainer } from './student-trainer.js';
import { TrainingController } from './training.controller.js';
import { TrainingService } from './training.service.js';
import { TrainingStore } from './training-store.js';
import { SqlTrainingStore } from './training-store.sql.js';

@Module({
  controllers: [TrainingController, ServeCandidateController],
  providers: [
    { provide: TrainingStore, useClass: SqlTrainingStore },
    { provide: ArtefactStore, useClass: SqlArtefactStore },
    { provide: StudentTrainer, useClass: WorkerStudentTrainer },
    ArtefactsService,
    CancelTrainingJob,
    ServeCandidateService,
    ServedStudents,
    TrainingService,
  ],
  exports: [TrainingService, ArtefactStore],
})
export class TrainingModule {}
