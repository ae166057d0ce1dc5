import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { servePage } from './page-files.hook.js';

const asBrowser = { accept: 'text/html,application/xhtml+xml' };

describe('the files of the page', () => {
  let folder: string;
  let service: FastifyInstance;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'openward-page-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<meta name="csp-nonce" content="__NONCE__">');
    writeFileSync(join(folder, 'assets', 'main-abc.js'), `// ${'x'.repeat(2000)}`);
    service = fastify();
    servePage(service, folder);
    service.get('/v1/me', () => ({ person: 'ada' }));
  });

  afterEach(async () => {
    await service.close();
    rmSync(folder, { recursive: true });
  });

  it('give the page at every address that a browser asks for', async () => {
    for (const url of ['/', '/board?form=table', '/projects/prj_1/rollout']) {
      const answer = await service.inject({ url, headers: asBrowser });
      expect(answer.headers['content-type']).toContain('text/html');
    }
  });

  it('leave the service’s own addresses alone', async () => {
    const answer = await service.inject({ url: '/v1/me', headers: asBrowser });
    expect(answer.json()).toEqual({ person: 'ada' });
  });

  it('give a caller that wants no page none', async () => {
    const answer = await service.inject({ url: '/board', headers: { accept: 'application/json' } });
    expect(answer.statusCode).toBe(404);
  });

  it('forbid scripts and styles that are not their own, with another nonce each time', async () => {
    const answers = await Promise.all([1, 2].map(() => service.inject({ url: '/', headers: asBrowser })));
    const policies = answers.map((one) => String(one.headers['content-security-policy']));
    expect(policies[0]).toContain("script-src 'self';");
    expect(policies[0]).not.toContain('unsafe-inline');
    expect(policies[0]).not.toBe(policies[1]);
    const nonce = /'nonce-([^']+)'/.exec(policies[0] ?? '')?.[1] ?? 'none';
    expect(answers[0]?.body).toContain(nonce);
  });

  it('are kept for ever where their name holds a digest, and packed for who takes it', async () => {
    const answer = await service.inject({ url: '/assets/main-abc.js', headers: { 'accept-encoding': 'gzip' } });
    expect(answer.headers['cache-control']).toContain('immutable');
    expect(answer.headers['content-encoding']).toBe('gzip');
    expect(answer.rawPayload.length).toBeLessThan(500);
  });

  it('never leave their folder', async () => {
    const answer = await service.inject({ url: '/assets/../../../etc/passwd' });
    expect(answer.statusCode).toBe(404);
  });

  it('are none where the page was not built', async () => {
    const bare = fastify();
    servePage(bare, join(folder, 'missing'));
    expect((await bare.inject({ url: '/', headers: asBrowser })).statusCode).toBe(404);
  });
});
