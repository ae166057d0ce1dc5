// One question until it is answered, fails, or its time is up. Asks again only when the vendor said "later" or named a
// field that it does not take: the one retry loop on this path, inside one deadline.
import { performance } from 'node:perf_hooks';
import { setTimeout as wait } from 'node:timers/promises';
import { formAfterError, type QuestionForm, questionBody, readAnswer } from './chat-question.js';
import { asksForLater, retryAfterMs, usualWaitMs } from './retry-after.js';
import type {
  Answer,
  FailedAnswer,
  Question,
  ResolvedUpstream,
  UpstreamHeaders,
  UpstreamOutcome,
  Upstreams,
} from './upstreams.js';

const attemptsMax = 6;
const answerBytesMax = 4 * 1024 * 1024;
const badRequest = 400;
const multipleChoices = 300;

type Failure = Extract<Answer, { kind: 'failure' }>;

interface Reply {
  readonly outcome: UpstreamOutcome;
  readonly headers: UpstreamHeaders;
  readonly body: string;
}

export interface Asking {
  readonly upstreams: Pick<Upstreams, 'dispatch'>;
  readonly upstream: ResolvedUpstream;
  readonly question: Question;
  readonly form: QuestionForm;
  /** Told when the model turns out to want another form, so that the next question is asked in it at once. */
  readonly onForm: (form: QuestionForm) => void;
}

async function ask(asking: Asking, form: QuestionForm, leftMs: number): Promise<Reply> {
  const pieces: Buffer[] = [];
  let headers: UpstreamHeaders = {};
  const request = {
    upstream: asking.upstream,
    method: 'POST',
    path: '/chat/completions',
    headers: { 'content-type': 'application/json', accept: 'application/json' },
    body: Buffer.from(questionBody(asking.question, form)),
    signal: new AbortController().signal,
    responseBytesMax: answerBytesMax,
    totalTimeoutMs: leftMs,
  };
  const outcome = await asking.upstreams.dispatch(request, {
    onHead: (head) => {
      headers = head.headers;
    },
    onData: (chunk) => {
      pieces.push(chunk);
    },
  });
  return { outcome, headers, body: Buffer.concat(pieces).toString('utf8') };
}

function failureOf(outcome: FailedAnswer, latencyMs: number): Failure {
  const { status, detail } = outcome;
  if (outcome.reason === 'timeout') {
    return { kind: 'failure', reason: 'timeout', status, detail, latencyMs };
  }
  const reason = outcome.phase === 'body' ? 'malformed' : 'unreachable';
  return { kind: 'failure', reason, status, detail, latencyMs };
}

/** The answer, or why there is none; `latencyMs` is of the last attempt, waits left out. */
function answerOf({ outcome, body }: Reply): Answer {
  const { latencyMs } = outcome;
  if (outcome.kind === 'failed') {
    return failureOf(outcome, latencyMs);
  }
  const { status } = outcome;
  if (status >= multipleChoices) {
    return { kind: 'failure', reason: 'status', status, detail: `status ${status}`, latencyMs };
  }
  const read = readAnswer(body);
  return read === null
    ? { kind: 'failure', reason: 'malformed', status, detail: 'no chat completion with a text', latencyMs }
    : { kind: 'answer', ...read, latencyMs };
}

/** How long to wait before asking again; null when asking again is of no use. */
function waitBeforeNext(reply: Reply, attempt: number): number | null {
  const { outcome, headers } = reply;
  if (outcome.kind === 'failed' || !asksForLater(outcome.status)) {
    return null;
  }
  return retryAfterMs(headers, Date.now()) ?? usualWaitMs(attempt, Math.random());
}

/** Never rejects. */
export async function askUpstream(asking: Asking): Promise<Answer> {
  const deadline = performance.now() + asking.question.timeoutMs;
  let form = asking.form;
  for (let attempt = 0; ; attempt += 1) {
    const reply = await ask(asking, form, Math.max(1, deadline - performance.now()));
    const isBadRequest = reply.outcome.kind === 'complete' && reply.outcome.status === badRequest;
    const next = isBadRequest ? formAfterError(reply.body, form) : null;
    const waitMs = next === null ? waitBeforeNext(reply, attempt) : 0;
    if (waitMs === null || attempt + 1 >= attemptsMax || performance.now() + waitMs >= deadline) {
      return answerOf(reply);
    }
    if (next === null) {
      await wait(waitMs);
    } else {
      form = next;
      asking.onForm(next);
    }
  }
}
