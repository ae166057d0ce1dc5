import { Injectable } from '@nestjs/common';
import { baselineStudent, baselineStudentHyperparameters } from './recipes/baseline-student.js';
import { runStudentTraining } from './run-student-training.client.js';
import { StudentTrainer, type TrainedArtefact, type TrainingOrder } from './student-trainer.js';

/** Trains in a worker thread of this process. */
@Injectable()
export class WorkerStudentTrainer extends StudentTrainer {
  async train({ recipe, rows, onProgress, signal }: TrainingOrder): Promise<TrainedArtefact> {
    if (recipe !== baselineStudent.id) {
      throw new Error(`the recipe ${recipe} cannot be run here; ${baselineStudent.id} can`);
    }
    const order = { rows, hyperparameters: baselineStudentHyperparameters };
    const student = await runStudentTraining(order, { onProgress, signal });
    const { artefact, artefactDigest: digest, trainRows, trainSeconds } = student;
    const content = Buffer.from(artefact.buffer, artefact.byteOffset, artefact.byteLength);
    return { content, digest, trainRows, trainSeconds };
  }
}
