// A trained candidate behind a real port, asked by the official client of the dialect.
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { Test } from '@nestjs/testing';
import OpenAI from 'openai';
import { FakeClock } from '../../../test/fakes/clock.fake.js';
import { FakeIds } from '../../../test/fakes/ids.fake.js';
import { Clock } from '../../kernel/clock.js';
import { IdSource } from '../../kernel/ids.js';
import type { Principal } from '../../kernel/principal.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { ArtefactStore } from '../artefacts/artefact-store.js';
import { baselineStudentHyperparameters } from '../recipes/baseline-student.js';
import type { Artefact } from '../runs/training-run.js';
import { trainStudent } from '../softmax-student.js';
import { packStudent, studentArtefactDigest } from '../student-artefact.js';
import { ServeCandidateController } from './serve-candidate.controller.js';
import { ServeCandidateService } from './serve-candidate.service.js';
import { ServedStudents } from './served-students.service.js';

const rows = ['card', 'refund', 'transfer'].flatMap((label) =>
  Array.from({ length: 12 }, (_, number) => ({
    label: `${label}_help`,
    text: `about my ${label}, please, case ${number}`,
  })),
);

function trainedBytes(): Buffer {
  const training = trainStudent(rows, baselineStudentHyperparameters);
  let step = training.next();
  while (step.done !== true) {
    step = training.next();
  }
  return Buffer.from(packStudent(step.value));
}

class OneArtefact extends ArtefactStore {
  loads = 0;
  readonly artefact: Artefact;

  constructor(
    private bytes: Buffer,
    digest = studentArtefactDigest(bytes),
  ) {
    super();
    const base = { id: 'art_one', projectId: 'prj_one', runId: 'trn_1', recipe: 'baseline-student' };
    this.artefact = { ...base, digest, sizeBytes: bytes.length, createdAt: 1_764_000_000_000 };
  }

  find(artefactId: string): Promise<Artefact | null> {
    return Promise.resolve(artefactId === 'art_one' ? this.artefact : null);
  }

  content(): Promise<Buffer> {
    this.loads += 1;
    return Promise.resolve(this.bytes);
  }
}

/** Lets in whoever says which projects it may see. */
@Injectable()
class SaysWhoItIs implements CanActivate {
  canActivate(context: ExecutionContext): boolean {
    const request = context.switchToHttp().getRequest<{ headers: { authorization?: string }; principal?: Principal }>();
    const seen = request.headers.authorization?.replace('Bearer ', '') ?? '';
    const projects = seen === 'all' ? 'all' : [seen];
    request.principal = { tokenId: 'tok_1', person: 'gateway', role: 'service', projects };
    return true;
  }
}

describe('a served candidate', () => {
  const bytes = trainedBytes();
  let store: OneArtefact;
  let app: NestFastifyApplication;

  async function start(artefacts: OneArtefact): Promise<void> {
    store = artefacts;
    const made = await Test.createTestingModule({
      controllers: [ServeCandidateController],
      providers: [
        ServeCandidateService,
        ServedStudents,
        { provide: ArtefactStore, useValue: artefacts },
        { provide: Clock, useValue: new FakeClock() },
        { provide: IdSource, useValue: new FakeIds() },
        { provide: Log, useValue: new Log('silent') },
        { provide: APP_GUARD, useClass: SaysWhoItIs },
      ],
    }).compile();
    app = made.createNestApplication<NestFastifyApplication>(new FastifyAdapter(), { logger: false });
    await app.listen(0, '127.0.0.1');
  }

  async function client(candidate = 'art_one', apiKey = 'all'): Promise<OpenAI> {
    return new OpenAI({
      baseURL: `${await app.getUrl()}/candidates/${encodeURIComponent(candidate)}/v1`,
      apiKey,
      maxRetries: 0,
    });
  }

  const ask = (content: string) => ({ model: 'whatever', messages: [{ role: 'user' as const, content }] });

  afterEach(() => app.close());

  it('answers with the label, in the shape that the official client reads', async () => {
    await start(new OneArtefact(bytes));
    const completion = await (await client()).chat.completions.create(ask('a question about my refund'));
    expect(completion).toMatchObject({
      object: 'chat.completion',
      created: 1_764_000_000,
      model: 'baseline-student:art_one',
      choices: [{ index: 0, finish_reason: 'stop', message: { role: 'assistant', content: 'refund_help' } }],
      usage: { prompt_tokens: 5, completion_tokens: 1, total_tokens: 6 },
    });
    expect(completion.id).toMatch(/^chatcmpl-/);
  });

  it('answers under the name by which it is served, too', async () => {
    await start(new OneArtefact(bytes));
    const completion = await (await client('baseline-student:art_one')).chat.completions.create(ask('my card'));
    expect(completion.choices[0]?.message.content).toBe('card_help');
  });

  it('streams the same answer, with the usage at the end when it is asked for', async () => {
    await start(new OneArtefact(bytes));
    const options = { stream: true, stream_options: { include_usage: true } } as const;
    const chunks = [];
    for await (const chunk of await (await client()).chat.completions.create({ ...ask('my transfer'), ...options })) {
      chunks.push(chunk);
    }
    expect(chunks.map((chunk) => chunk.choices[0]?.delta.content ?? '').join('')).toBe('transfer_help');
    expect(chunks.map((chunk) => chunk.choices[0]?.finish_reason ?? null)).toEqual([null, null, 'stop', null]);
    expect(chunks.map((chunk) => chunk.usage?.total_tokens ?? null)).toEqual([null, null, null, 3]);
    expect(new Set(chunks.map((chunk) => chunk.id)).size).toBe(1);
  });

  it('ends a stream as the dialect does', async () => {
    await start(new OneArtefact(bytes));
    const body = JSON.stringify({ ...ask('my card'), stream: true });
    const headers = { authorization: 'Bearer all', 'content-type': 'application/json' };
    const url = `${await app.getUrl()}/candidates/art_one/v1/chat/completions`;
    const answer = await fetch(url, { method: 'POST', headers, body });
    expect(answer.headers.get('content-type')).toContain('text/event-stream');
    const text = await answer.text();
    expect(text.endsWith('data: [DONE]\n\n')).toBe(true);
    expect(text).not.toContain('usage');
  });

  it('lists the one model that it serves', async () => {
    await start(new OneArtefact(bytes));
    const models = await (await client()).models.list();
    expect(models.data).toEqual([
      { id: 'baseline-student:art_one', object: 'model', created: 1_764_000_000, owned_by: 'openward' },
    ]);
  });

  it('is loaded once for all requests', async () => {
    await start(new OneArtefact(bytes));
    const openai = await client();
    await Promise.all(Array.from({ length: 20 }, () => openai.chat.completions.create(ask('my card'))));
    expect(store.loads).toBe(1);
  });

  it('refuses what it cannot answer in the words of the dialect', async () => {
    await start(new OneArtefact(bytes));
    const refused = (await client()).chat.completions.create({ ...ask('my card'), n: 3 });
    await expect(refused).rejects.toMatchObject({ status: 400, type: 'invalid_request_error', param: 'n' });
  });

  it.each([
    ['does not exist', 'art_two', 'all'],
    ['belongs to a project that the caller may not see', 'art_one', 'prj_two'],
  ])('is not found when it %s', async (_, candidate, key) => {
    await start(new OneArtefact(bytes));
    const refused = (await client(candidate, key)).chat.completions.create(ask('my card'));
    await expect(refused).rejects.toMatchObject({ status: 404, code: 'model_not_found' });
  });

  it('is not served from bytes that are not those that were trained', async () => {
    await start(new OneArtefact(bytes, 'sha256:0000'));
    const refused = (await client()).chat.completions.create(ask('my card'));
    await expect(refused).rejects.toMatchObject({ status: 503, code: 'model_not_loaded' });
  });
});
