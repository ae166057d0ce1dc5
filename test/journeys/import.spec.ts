// Uploads over a real port: streamed, counted, faulty rows named, broken off and taken up again.
import { request as httpRequest } from 'node:http';
import { projectId, type UploadingService, uploadingService } from './uploading-service.js';

describe('uploading rows', () => {
  let service: UploadingService;

  beforeAll(async () => {
    service = await uploadingService();
  }, 60_000);

  afterAll(() => service.close());

  const imports = `projects/${projectId}/imports`;
  const ask: UploadingService['ask'] = (...parts) => service.ask(...parts);
  const upload: UploadingService['upload'] = (...parts) => service.upload(...parts);

  it('keeps the good rows, names the bad ones, and adds nothing the second time', async () => {
    const file = 'text,label\nwhere is my card,arrival\n,arrival\n"broken" row,arrival\nwhere is my card,arrival\n';
    const first = await upload('split=train&fileName=small.csv', file);
    expect(first.status).toBe(201);
    expect(first.body).toMatchObject({
      fileName: 'small.csv',
      split: 'train',
      state: 'done',
      fileKind: 'csv',
      format: 'classification',
      total: 4,
      accepted: 1,
      rejected: 2,
      duplicates: 1,
      faults: [
        { line: 3, byteOffset: 36, field: 'text', code: 'msg.content-empty' },
        { line: 4, byteOffset: 45, field: '', code: 'row.csv' },
      ],
    });
    expect((await upload('split=train&fileName=small.csv', file)).body).toMatchObject({ accepted: 0, duplicates: 2 });
    const { body } = await ask(`${imports}/${first.body.id}/faults?limit=1`);
    expect(body.faults).toHaveLength(1);
    const rest = await ask(`${imports}/${first.body.id}/faults?limit=1&after=${body.next}`);
    expect(rest.body.faults[0].line).toBe(4);
  });

  it('gives all faults as a table that no spreadsheet takes for formulas', async () => {
    const { body } = await upload('fileName=odd.jsonl', '{"=cmd|x":1}\n{"messages":[]}\n', 'application/jsonl');
    const { text, status } = await ask(`${imports}/${body.id}/faults.csv`);
    expect(status).toBe(200);
    const [header, first, second, end] = text.split('\r\n');
    expect(header).toBe('line,byte_offset,field,code,reason');
    expect(first).toMatch(/^1,0,/);
    expect(second).toMatch(/^2,13,messages,/);
    expect(end).toBe('');
    expect((await ask(`${imports}/imp_00000000000000000000000000/faults.csv`)).status).toBe(404);
  });

  it('takes more than the limit of other bodies, and chats too', async () => {
    const lines = Array.from({ length: 3_000 }, (_, at) =>
      JSON.stringify({
        messages: [
          { role: 'user', content: `question ${at}` },
          { role: 'assistant', content: 'yes' },
        ],
      }),
    );
    const { body } = await upload('fileName=chats.jsonl', lines.join('\n'), 'application/x-ndjson; charset=utf-8');
    expect(body).toMatchObject({ format: 'openai-chat', split: 'auto', total: 3_000, accepted: 3_000 });
    const again = await upload('fileName=chats.jsonl', lines.join('\r\n'), 'application/jsonl');
    expect(again.body).toMatchObject({ accepted: 0, duplicates: 3_000 });
  });

  it.each([
    ['a file without the columns', 'a,b\n1,2\n', 'text/csv', 400],
    ['an empty file', '', 'text/csv', 400],
    ['a UTF-16 file', Buffer.from('\ufefftext,label\n', 'utf16le'), 'text/csv', 400],
    ['another type', '{}', 'application/xml', 415],
    ['no type', Buffer.from('text,label\na,b\n'), '', 415],
    ['another encoding', 'text,label\na,b\n', 'text/csv; charset=latin1', 415],
  ])('refuses %s', async (_name, body, type, status) => {
    const headers: Record<string, string> = type === '' ? {} : { 'content-type': type };
    const answer = await upload('split=train', body, headers);
    expect(answer.status).toBe(status);
    if (status === 415) {
      expect(answer.body.detail).toContain('UTF-8');
    }
  });

  it('refuses a split that is none, and a project that is not there', async () => {
    expect((await upload('split=test', 'text,label\na,b\n')).status).toBe(400);
    const headers = { 'content-type': 'text/csv' };
    const nobody = await ask('projects/prj_nobody/imports', { method: 'POST', body: 'text,label\na,b\n', headers });
    expect(nobody.status).toBe(404);
  });

  /** Sends half of it, waits until `seen` is true of the running upload, and hangs up. */
  async function breakOff(name: string, half: string, seen: (one: Record<string, number>) => boolean) {
    const find = async () => {
      const { body } = await ask(imports);
      return body.imports.find((one: { fileName: string }) => one.fileName === name);
    };
    const sending = httpRequest(`${service.origin}/v1/${imports}?split=train&fileName=${name}`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${service.token}`,
        'content-type': 'text/csv',
        'content-length': String(half.length * 2),
      },
    });
    const closed = new Promise<void>((resolve) => {
      sending.on('error', () => resolve());
    });
    sending.write(half);
    let running = await find();
    for (let tries = 0; tries < 500 && !(running !== undefined && seen(running)); tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      running = await find();
    }
    sending.destroy();
    await closed;
    let ended = await find();
    for (let tries = 0; tries < 100 && ended.state === 'running'; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 20));
      ended = await find();
    }
    return { running, ended };
  }

  it('is seen growing, is marked as failed when it breaks off, and goes on when it comes again', async () => {
    const rows = Array.from({ length: 4_000 }, (_, at) => `broken off ${at},x\n`);
    const half = ['text,label\n', ...rows.slice(0, 2_000)].join('');
    const { running, ended } = await breakOff('cut.csv', half, (one) => (one.accepted ?? 0) >= 1_000);
    expect(running).toMatchObject({ state: 'running', bytesTotal: half.length * 2 });
    expect(running.bytes).toBeLessThanOrEqual(half.length);
    expect(running.secondsLeft === null || running.secondsLeft >= 0).toBe(true);
    expect(ended).toMatchObject({
      state: 'failed',
      problem: expect.stringContaining('interrupted'),
      secondsLeft: null,
    });
    expect(ended.accepted + ended.rejected + ended.duplicates).toBe(ended.total);
    const { body } = await upload('split=train&fileName=cut.csv', `text,label\n${rows.join('')}`);
    expect(body).toMatchObject({
      state: 'done',
      total: 4_000,
      duplicates: ended.accepted,
      accepted: 4_000 - ended.accepted,
      resumedFrom: ended.id,
    });
    const third = await upload('split=train&fileName=cut.csv', `text,label\n${rows.join('')}`);
    expect(third.body).toMatchObject({ duplicates: 4_000, resumedFrom: null });
  });

  it('withdraws an upload with what it went on with, and brings the rows back when they come again', async () => {
    const file = 'text,label\nto be withdrawn,x\nto stay,x\n';
    const first = await upload('split=train&fileName=gone.csv', file);
    await upload('split=train&fileName=other.csv', 'text,label\nto stay,x\n');
    const init = (reason?: string) => ({
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ reason }),
    });
    const path = `${imports}/${first.body.id}/withdraw`;
    expect((await ask(path, init())).status).toBe(400);
    const { body, status } = await ask(path, init('not ours'));
    expect(status).toBe(200);
    expect(body.withdrawn).toMatchObject({ by: 'ada', reason: 'not ours' });
    const { body: list } = await ask(imports);
    const heir = list.imports.find((one: { fileName: string }) => one.fileName === 'other.csv');
    expect(heir).toMatchObject({ accepted: 1, duplicates: 0 });
    const again = await upload('split=train&fileName=gone.csv', file);
    expect(again.body).toMatchObject({ accepted: 1, duplicates: 1, resumedFrom: null });
    expect((await ask(`${imports}/imp_00000000000000000000000000/withdraw`, init('not ours'))).status).toBe(404);
  });

  it('keeps what is declared of rights, and lets it be declared later', async () => {
    const said = 'licence=CC-BY-4.0&legalBasis=contract&purposeIncludesTraining=false&optOuts=3';
    const { body } = await upload(`fileName=rights.csv&${said}`, 'text,label\nrights,x\n');
    expect(body.rights).toMatchObject({
      licence: 'CC-BY-4.0',
      legalBasis: 'contract',
      purposeIncludesTraining: false,
      optOuts: 3,
      source: null,
    });
    const later = await ask(`${imports}/${body.id}/rights`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ source: 'desk', retentionUntil: '2027-01-01T00:00:00.000Z', optOuts: 0 }),
    });
    expect(later.body.rights).toMatchObject({
      licence: 'CC-BY-4.0',
      source: 'desk',
      retentionUntil: '2027-01-01T00:00:00.000Z',
      optOuts: 0,
    });
    expect((await upload('licence=not%20a%20licence!', 'text,label\na,b\n')).status).toBe(400);
  });

  it('publishes the catalogue of checks', async () => {
    const { body } = await ask('readiness/checks');
    expect(body.checks.find((check: { id: string }) => check.id === 'L02')).toMatchObject({
      blocking: true,
      warn: '0.01',
      fail: 'policy: leakedHoldoutShareMax',
    });
  });
});
