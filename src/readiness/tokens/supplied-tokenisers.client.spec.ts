import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfiguration } from '../../platform/config/load-configuration.client.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { FolderTokeniserFiles, faultOfTokeniser, suppliedTokeniserFile } from './supplied-tokenisers.client.js';

describe('the folder of supplied tokenisers', () => {
  const outside = mkdtempSync(join(tmpdir(), 'tokenisers-'));
  const folder = join(outside, 'models');

  beforeAll(() => {
    mkdirSync(join(folder, 'Qwen', 'Qwen3-8B'), { recursive: true });
    mkdirSync(join(folder, 'gemma-2-9b-it'), { recursive: true });
    writeFileSync(join(folder, 'Qwen', 'Qwen3-8B', 'tokenizer.json'), '{}');
    writeFileSync(join(folder, 'gemma-2-9b-it', 'tokenizer.json'), '{}');
    writeFileSync(join(outside, 'tokenizer.json'), '{}');
  });

  afterAll(() => rmSync(outside, { recursive: true }));

  it('is looked through by the whole name and by its last part', () => {
    expect(suppliedTokeniserFile(folder, 'Qwen/Qwen3-8B')).toBe(join(folder, 'Qwen', 'Qwen3-8B', 'tokenizer.json'));
    expect(suppliedTokeniserFile(folder, 'google/gemma-2-9b-it')).toBe(join(folder, 'gemma-2-9b-it', 'tokenizer.json'));
  });

  it('holds none for other models, and no name leads out of it', () => {
    expect(suppliedTokeniserFile(folder, 'mistralai/Mistral-7B-v0.1')).toBeNull();
    expect(suppliedTokeniserFile(folder, '..')).toBeNull();
    expect(suppliedTokeniserFile(folder, 'Qwen/../..')).toBeNull();
    expect(suppliedTokeniserFile(null, 'Qwen/Qwen3-8B')).toBeNull();
  });
});

describe('a file that was supplied', () => {
  const folder = mkdtempSync(join(tmpdir(), 'tokenisers-'));
  const told: string[] = [];
  const log = new Log('error', { write: (line: string) => told.push(line) });
  const files = () =>
    new FolderTokeniserFiles(loadConfiguration({ OPENWARD_READINESS_TOKENISERS_DIRECTORY: folder }).configuration, log);

  afterAll(() => rmSync(folder, { recursive: true }));

  function supply(model: string, content: string): string {
    mkdirSync(join(folder, model), { recursive: true });
    const path = join(folder, model, 'tokenizer.json');
    writeFileSync(path, content);
    return path;
  }

  it('is handed on once it was seen to count', () => {
    const vocab = { where: 0, is: 1, my: 2, card: 3, '[UNK]': 4 };
    const model = { type: 'WordLevel', vocab, unk_token: '[UNK]' };
    const rest = { added_tokens: [], normalizer: { type: 'Lowercase' }, pre_tokenizer: { type: 'Whitespace' } };
    const path = supply('own-model', JSON.stringify({ ...rest, post_processor: null, decoder: null, model }));
    expect(faultOfTokeniser(path)).toBeNull();
    expect(files().fileOf('own-model')).toBe(path);
    expect(files().fileOf('another-model')).toBeNull();
  });

  it('is not handed on where it is broken, and that is said once for each version of it', () => {
    const path = supply('broken', '{"model":');
    expect(faultOfTokeniser(path)).toContain(path);
    const one = files();
    expect([one.fileOf('broken'), one.fileOf('broken')]).toEqual([null, null]);
    expect(told.filter((line) => line.includes('broken')).length).toBe(1);
  });
});
