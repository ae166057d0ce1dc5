// Answers chat requests with a trained student. One prediction takes well below a millisecond, so it is made where the
// request is, without a thread.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { IdSource } from '../../kernel/ids.js';
import { maySee, type Principal } from '../../kernel/principal.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { type Artefact, servedModelOf } from '../runs/training-run.js';
import { predictLabel } from '../softmax-student.js';
import { completionOf, errorBody, eventsOf, type LabelAnswer } from './chat-answer.js';
import { type ChatRequest, parseChatRequest } from './chat-request.js';
import { type ServedStudent, ServedStudents } from './served-students.service.js';

/** A JSON body, or the ordered events of a stream. */
export type ServedReply =
  | { readonly status: number; readonly body: unknown }
  | { readonly status: 200; readonly events: readonly string[] };

export interface ServedQuestion {
  /** An artefact's id, or the model name under which it is served. */
  readonly candidate: string;
  readonly body: unknown;
  readonly principal: Principal;
}

const servedPrefix = servedModelOf('');

@Injectable()
export class ServeCandidateService {
  constructor(
    private readonly students: ServedStudents,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
    private readonly log: Log,
  ) {}

  async complete({ candidate, body, principal }: ServedQuestion): Promise<ServedReply> {
    const served = await this.serve(candidate, principal);
    if ('status' in served) {
      return served;
    }
    const request = parseChatRequest(body);
    if ('fault' in request) {
      return { status: 400, body: errorBody(request.fault, { param: request.param }) };
    }
    const answer = this.answer(served, request);
    return request.stream
      ? { status: 200, events: eventsOf(answer, request.includeUsage) }
      : { status: 200, body: completionOf(answer) };
  }

  async models(candidate: string, principal: Principal): Promise<ServedReply> {
    const served = await this.serve(candidate, principal);
    return 'status' in served ? served : { status: 200, body: { object: 'list', data: [modelOf(served.artefact)] } };
  }

  private async serve(candidate: string, principal: Principal): Promise<ServedStudent | ServedReply> {
    const artefactId = candidate.startsWith(servedPrefix) ? candidate.slice(servedPrefix.length) : candidate;
    try {
      const served = await this.students.find(artefactId);
      if (served !== null && maySee(principal, served.artefact.projectId)) {
        return served;
      }
      const message = `The model '${candidate}' does not exist or you do not have access to it.`;
      return { status: 404, body: errorBody(message, { code: 'model_not_found' }) };
    } catch (error) {
      this.log.error({ err: error, artefactId }, 'a candidate cannot be served');
      const message = 'The candidate cannot be loaded.';
      return { status: 503, body: errorBody(message, { type: 'server_error', code: 'model_not_loaded' }) };
    }
  }

  private answer({ artefact, student }: ServedStudent, request: ChatRequest): LabelAnswer {
    return {
      id: `chatcmpl-${this.ids.next('req')}`,
      createdAtSeconds: Math.floor(this.clock.now() / 1000),
      model: servedModelOf(artefact.id),
      fingerprint: `fp_${artefact.digest.slice('sha256:'.length).slice(0, 12)}`,
      label: predictLabel(student, request.question, 1).label,
      promptTexts: request.texts,
    };
  }
}

function modelOf({ id, createdAt }: Artefact) {
  return {
    id: servedModelOf(id),
    object: 'model',
    created: Math.floor(createdAt / 1000),
    owned_by: 'openward',
  };
}
