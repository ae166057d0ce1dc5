// Takes a declaration, when it may be one, and has the score measured again.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { isRefusal, type Refusal } from '../../kernel/refusal.js';
import { allIndicators } from '../indicators/all-indicators.js';
import { AskMeasurement } from '../measure/ask-measurement.js';
import type { Fact } from '../score/fact.js';
import { checkDeclaration, type Declaration } from './check-declaration.js';
import { RecordFacts } from './record-facts.service.js';

@Injectable()
export class DeclareFacts {
  constructor(
    private readonly facts: RecordFacts,
    @Inject(AskMeasurement) private readonly measurements: AskMeasurement,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  /** Refused where the value is none of the indicator's, or the service measures it. */
  async declare(projectId: string, declaration: Declaration): Promise<Fact | Refusal> {
    const now = this.clock.now();
    const ruling = await this.facts.ruling(projectId, now);
    const draft = checkDeclaration({ declaration, indicators: allIndicators, ruling, now });
    if (isRefusal(draft)) {
      return draft;
    }
    const [fact] = await this.facts.add(projectId, [draft]);
    if (fact === undefined) {
      throw new Error('a fact that was added is not there');
    }
    await this.measurements.ask(projectId);
    return fact;
  }
}
