// Lends readiness the baseline student: how much more rows would help, and which labels look wrong, is asked of it.
import { Inject, Injectable } from '@nestjs/common';
import { Learner, type LearningTask, type LearntAnswers } from '../../readiness/power/learner.js';
import { StudentScorer } from '../../training/student-scorer.js';

@Injectable()
export class StudentLearner extends Learner {
  constructor(@Inject(StudentScorer) private readonly scorer: StudentScorer) {
    super();
  }

  score({ train, texts }: LearningTask): Promise<LearntAnswers> {
    return this.scorer.score({ train, texts });
  }
}
