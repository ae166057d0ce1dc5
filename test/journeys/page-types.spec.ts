// The page speaks to the service by types that a program wrote out of the service's own description: they fit that service
// and no other.
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { type Service, startService } from '../harness/built-service.js';

const root = join(import.meta.dirname, '../..');
const generator = join(root, 'node_modules/openapi-typescript/bin/cli.js');
const kept = join(root, 'src/dashboard/web/api/openapi-types.ts');
const textBytesMax = 16 * 1024 * 1024;

/** What `npm run api:types` would write, for the service at this address. */
async function typesOf(baseUrl: string): Promise<string> {
  const { stdout } = await promisify(execFile)(process.execPath, [generator, `${baseUrl}/openapi.json`], {
    cwd: root,
    maxBuffer: textBytesMax,
  });
  return stdout;
}

describe('the types of the page', () => {
  let service: Service;

  beforeAll(async () => {
    service = await startService({ engine: 'sqlite' });
  });

  afterAll(async () => {
    await service.stop();
  });

  it('are those of the service that it is shipped with', async () => {
    const isSame = readFileSync(kept, 'utf8').trimEnd() === (await typesOf(service.admin.baseUrl)).trimEnd();
    expect(isSame ? 'the same' : 'others: run `npm run api:types` with the service running').toBe('the same');
  });
});
