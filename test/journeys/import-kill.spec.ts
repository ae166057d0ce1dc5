// The built service loses its power in the middle of an upload: what it acknowledged is there, and the upload goes on.
import { mkdtempSync, rmSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { OwnService } from '../../src/terminal/own-service.client.js';
import { aCreateRequest } from '../builders/a-create-request.js';

const main = join(import.meta.dirname, '../../dist/main.js');
const rows = Array.from({ length: 6_000 }, (_, at) => `a row before the power went ${at},label ${at % 5}\n`);
const header = 'text,label\n';

describe('an upload whose service is killed', () => {
  const folder = mkdtempSync(join(tmpdir(), 'openward-test-kill-'));
  let service: OwnService;
  let token: string;

  beforeAll(async () => {
    service = await OwnService.start({ environment: {}, folder, main });
    token = service.adminToken ?? '';
  }, 90_000);

  afterAll(async () => {
    await service.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function ask(path: string, init: RequestInit = {}) {
    const headers = { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string>) };
    const answer = await fetch(`${service.url}/v1/${path}`, { ...init, headers });
    // biome-ignore lint/suspicious/noExplicitAny: the body is whatever the route answers
    return { status: answer.status, body: (await answer.json()) as any };
  }

  it('goes on where it broke off, and every row is counted once', async () => {
    const created = await ask('projects', {
      method: 'POST',
      body: JSON.stringify(aCreateRequest()),
      headers: { 'content-type': 'application/json', 'idempotency-key': 'create-before-the-kill' },
    });
    const imports = `projects/${created.body.id}/imports`;
    const sending = httpRequest(`${service.url}/v1/${imports}?split=train&fileName=power.csv`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'text/csv' },
    });
    sending.on('error', () => undefined);
    sending.write(header + rows.slice(0, 4_000).join(''));
    let seen = 0;
    for (let tries = 0; tries < 500 && seen < 1_000; tries += 1) {
      seen = (await ask(imports)).body.imports[0]?.accepted ?? 0;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect(seen).toBeGreaterThanOrEqual(1_000);
    await service.kill();
    sending.destroy();
    service = await OwnService.start({ environment: {}, folder, main });
    const broken = (await ask(imports)).body.imports[0];
    expect(broken).toMatchObject({ state: 'failed', problem: expect.stringContaining('interrupted') });
    expect(broken.accepted).toBeGreaterThanOrEqual(seen);
    expect(broken.accepted + broken.rejected + broken.duplicates).toBe(broken.total);
    const again = await ask(`${imports}?split=train&fileName=power.csv`, {
      method: 'POST',
      body: header + rows.join(''),
      headers: { 'content-type': 'text/csv' },
    });
    expect(again.body).toMatchObject({
      state: 'done',
      total: rows.length,
      duplicates: broken.accepted,
      accepted: rows.length - broken.accepted,
      resumedFrom: broken.id,
    });
  }, 120_000);
});
