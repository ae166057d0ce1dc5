// Every kind of file over a real port: packed, JSON in any form, Parquet, archives of pictures; cut ones are named.
import { gzipSync } from 'node:zlib';
import { parquetOf, picture, tarOf, zstd } from '../builders/upload-files.js';
import { projectId, type UploadingService, uploadingService } from './uploading-service.js';

const csv = (name: string, rows: number) =>
  `text,label\n${Array.from({ length: rows }, (_, at) => `"${name} ${at}",label ${at % 7}\n`).join('')}`;
const chat = (question: string) => ({
  messages: [
    { role: 'user', content: question },
    { role: 'assistant', content: 'yes' },
  ],
});

describe('uploading files', () => {
  let service: UploadingService;

  beforeAll(async () => {
    service = await uploadingService();
  }, 60_000);

  afterAll(() => service.close());

  const upload: UploadingService['upload'] = (...parts) => service.upload(...parts);

  it.each([
    ['gzip, by its encoding', gzipSync, { 'content-encoding': 'gzip', 'content-type': 'text/csv' }],
    ['gzip, by its first bytes', gzipSync, { 'content-type': 'application/octet-stream' }],
    ['Zstandard, by its encoding', zstd, { 'content-encoding': 'zstd', 'content-type': 'text/csv' }],
    ['Zstandard, by its first bytes', zstd, { 'content-type': 'application/octet-stream' }],
  ])('unpacks %s, and names it when it is cut', async (name, packed, headers) => {
    const plain = csv(name, 20_000);
    const bytes = packed(Buffer.from(plain));
    const whole = await upload(`fileName=packed.csv`, bytes, headers);
    expect(whole.body).toMatchObject({ state: 'done', total: 20_000, accepted: 20_000, bytes: bytes.length });
    const cut = await upload(`fileName=packed.csv`, bytes.subarray(0, bytes.length - 9), headers);
    expect(cut.status).toBe(400);
    expect(cut.body.detail).toMatch(/cut or damaged/);
    const { body } = await service.ask(`projects/${projectId}/imports?limit=1`);
    expect(body.imports[0]).toMatchObject({ state: 'failed', problem: expect.stringContaining('cut or damaged') });
  });

  it('refuses a body that is not packed as announced, and an encoding that it does not know', async () => {
    const headers = { 'content-type': 'text/csv', 'content-encoding': 'gzip' };
    expect((await upload('', 'text,label\na,b\n', headers)).status).toBe(400);
    expect((await upload('', 'text,label\na,b\n', { ...headers, 'content-encoding': 'br' })).status).toBe(415);
  });

  it('takes one JSON list, plain or over several lines, and says on which line a row begins', async () => {
    const rows = [chat('one'), { messages: [] }, chat('two')];
    const plain = await upload('fileName=list.json', JSON.stringify(rows), 'application/json');
    expect(plain.body).toMatchObject({ fileKind: 'json-array', total: 3, accepted: 2, rejected: 1 });
    const pretty = await upload('fileName=pretty.json', JSON.stringify(rows, null, 2), 'application/json');
    expect(pretty.body).toMatchObject({ total: 3, duplicates: 2, rejected: 1 });
    expect(pretty.body.faults[0]).toMatchObject({ line: 14, field: 'messages' });
  });

  it('takes tables by tabs', async () => {
    const { body } = await upload('fileName=a.tsv', 'text\tlabel\nby, tab\tx\n', 'text/tab-separated-values');
    expect(body).toMatchObject({ fileKind: 'tsv', accepted: 1 });
  });

  it('reads Parquet with lists of structs, the number of the row as its line', async () => {
    const bytes = await parquetOf(`
      select [{'role': 'user', 'content': 'parquet ' || i, 'name': null::varchar},
              {'role': 'assistant', 'content': case when i = 4 then ' ' else 'yes' end, 'name': null}] as messages,
             9007199254740993::bigint as id, null::varchar as model
      from range(5000) rows(i)`);
    const { body } = await upload('fileName=rows.parquet', bytes, 'application/vnd.apache.parquet');
    expect(body).toMatchObject({ fileKind: 'parquet', total: 5_000, accepted: 4_999, rejected: 1 });
    expect(body.faults[0]).toMatchObject({ line: 5, byteOffset: 0, code: 'msg.content-empty' });
    const cut = await upload('fileName=rows.parquet', bytes.subarray(0, -5), 'application/octet-stream');
    expect(cut.body.detail).toMatch(/breaks off/);
    const announced = await upload('fileName=x', 'text,label\na,b\n', 'application/vnd.apache.parquet');
    expect(announced.status).toBe(400);
  });

  it('reads Parquet with text and label, and with prompt and completion', async () => {
    const labels = await parquetOf(`select 'p ' || i as text, 'l' || i % 3 as label from range(10) rows(i)`);
    const pairs = await parquetOf(`select 'p ' || i as prompt, 'c' || i as completion from range(10) rows(i)`);
    expect((await upload('fileName=l.parquet', labels, 'application/octet-stream')).body).toMatchObject({
      format: 'classification',
      accepted: 10,
    });
    expect((await upload('fileName=p.parquet', pairs, 'application/octet-stream')).body).toMatchObject({
      format: 'prompt-completion',
      accepted: 10,
    });
  });

  it('reads pictures out of Parquet', async () => {
    const hex = (bytes: Buffer) => `'${[...bytes].map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('')}'`;
    const bytes = await picture({ seed: 50, side: 32, format: 'jpeg' });
    const file = await parquetOf(`select {'bytes': ${hex(bytes)}::blob, 'path': 'a.jpg'} as image, 'a cat' as text`);
    const { body } = await upload('fileName=pictures.parquet', file, 'application/octet-stream');
    expect(body).toMatchObject({ format: 'image-caption', accepted: 1 });
  });

  it('takes pairs of pictures and texts out of an archive, and names what belongs to nothing', async () => {
    const files: [string, string | Buffer][] = [];
    for (let at = 0; at < 6; at += 1) {
      files.push([`shard/00000${at}.jpg`, await picture({ seed: at, format: 'jpeg' })]);
      files.push([`shard/00000${at}.txt`, `picture number ${at}`]);
    }
    const cutPicture = await picture({ seed: 7, format: 'jpeg' });
    files.push(['shard/000006.jpg', cutPicture.subarray(0, cutPicture.length / 2)], ['shard/000006.cls', '3']);
    files.push(['shard/000007.png', await picture({ seed: 8 })], ['shard/000008.txt', 'no picture']);
    const { body } = await upload('fileName=shard.tar', await tarOf(files), 'application/x-tar');
    expect(body).toMatchObject({ fileKind: 'tar', format: 'image-caption', total: 9, accepted: 7, rejected: 2 });
    expect(body.faults.map((fault: { field: string }) => fault.field)).toEqual(['shard/000007.png', 'shard/000008']);
    const again = await upload('fileName=shard.tar', gzipSync(await tarOf(files)), 'application/x-tar');
    expect(again.body).toMatchObject({ accepted: 0, duplicates: 7, rejected: 2 });
    const cut = await upload('fileName=cut.tar', (await tarOf(files)).subarray(0, 20_000), 'application/x-tar');
    expect(cut.body.detail).toMatch(/archive is cut/);
  });

  it('takes folders of pictures with a list of captions, wherever the list stands', async () => {
    const list = 'filepath,title\nimages/a.png,first\nimages/b.png,second\nimages/none.png,third\n';
    const files: [string, string | Buffer][] = [
      ['captions.csv', list],
      ['images/a.png', await picture({ seed: 20 })],
      ['images/b.png', await picture({ seed: 21, format: 'png' })],
    ];
    const { body } = await upload('fileName=folder.tar', await tarOf(files), 'application/octet-stream');
    expect(body).toMatchObject({ accepted: 3, rejected: 0, total: 3 });
    const metadata = '{"file_name":"c.webp","text":"third"}\n{"file_name":"c.webp"}\n';
    const other: [string, string | Buffer][] = [
      ['train/c.webp', await picture({ seed: 22, format: 'webp' })],
      ['train/metadata.jsonl', metadata],
    ];
    const second = await upload('fileName=folder2.tar', await tarOf(other), 'application/x-tar');
    expect(second.body).toMatchObject({ accepted: 1, rejected: 1 });
    expect(second.body.faults[0]).toMatchObject({ line: 2, field: expect.stringContaining('train/metadata.jsonl') });
  });

  it('says what a file is that it does not take', async () => {
    const { body, status } = await upload(
      'fileName=a.xlsx',
      Buffer.from('PK\u0003\u0004more'),
      'application/octet-stream',
    );
    expect(status).toBe(400);
    expect(body.detail).toContain('ZIP');
  });
});
