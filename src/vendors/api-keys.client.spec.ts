import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakeClock } from '../../test/fakes/clock.fake.js';
import { parseApiKeyRef } from './api-key-ref.js';
import { ApiKeys } from './api-keys.client.js';

let folder: string;
let clock: FakeClock;
let keys: ApiKeys;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'openward-keys-'));
  clock = new FakeClock();
  keys = new ApiKeys(clock, { dataDirectory: join(folder, 'data') });
});

afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
  delete process.env.ROTATING_TEST_KEY;
});

describe('a reference to a key', () => {
  it.each(['env:OPENAI_API_KEY', 'env:HF_TOKEN', 'file:/run/secrets/acme-key'])('may be %s', (text) => {
    expect(parseApiKeyRef(text)).not.toBeNull();
  });

  it.each([
    'env:DATABASE_URL',
    'env:OPENWARD_BOOTSTRAP_ADMIN_TOKEN',
    'env:path_key',
    'env:A_KEY\nB_KEY',
    'file:relative/key',
    'file:/run/secrets/../../etc/shadow',
    'file:/run/a key',
    'file:',
    'sk-a-key-itself',
    '',
  ])('may not be %j', (text) => {
    expect(parseApiKeyRef(text)).toBeNull();
  });
});

describe('reading a key', () => {
  it('reads the one line of a file', async () => {
    writeFileSync(join(folder, 'key'), 'sk-from-file\n');
    expect(await keys.read(`file:${folder}/key`)).toBe('sk-from-file');
  });

  it.each([
    ['two lines', 'root:x:0:0\nada:x:1:1'],
    ['bytes', 'A=1\0B=2'],
    ['nothing', ''],
    ['a page', 'a'.repeat(5000)],
  ])('takes %s for no key', async (_, content) => {
    writeFileSync(join(folder, 'key'), content);
    expect(await keys.read(`file:${folder}/key`)).toBeNull();
  });

  it('hands out nothing of its own data directory', async () => {
    mkdirSync(join(folder, 'data'));
    writeFileSync(join(folder, 'data', 'token'), 'owd_secret');
    expect(await keys.read(`file:${folder}/data/token`)).toBeNull();
  });

  it('has no key where there is none', async () => {
    expect(await keys.read(`file:${folder}/absent`)).toBeNull();
    expect(await keys.read('env:ROTATING_TEST_KEY')).toBeNull();
  });

  it('follows a rotation without a restart', async () => {
    process.env.ROTATING_TEST_KEY = 'sk-old';
    expect(await keys.read('env:ROTATING_TEST_KEY')).toBe('sk-old');
    process.env.ROTATING_TEST_KEY = 'sk-new';
    clock.advance(5000);
    expect(await keys.read('env:ROTATING_TEST_KEY')).toBe('sk-new');
  });
});
