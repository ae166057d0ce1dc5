// The walk by hand, as the README prints it, word by word: only the addresses, the token and the folder are this test's.
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from '../../src/terminal/bench/bench-tools.client.js';
import { startService } from '../harness/built-service.js';
import { StandInProcess } from '../harness/stand-in-process.js';

const readme = readFileSync(join(import.meta.dirname, '../../README.md'), 'utf8');
const tools = ['bash', 'curl', 'jq'];
const missing = tools.filter((tool) => spawnSync(tool, ['--version']).error !== undefined);

/** The block of the README that begins with the address and the token. */
function printedWalk(): string {
  const block = readme.split('```').find((part) => part.startsWith('sh\nexport OPENWARD='));
  if (block === undefined) {
    throw new Error('The README has no block that begins with `export OPENWARD=`.');
  }
  return block.slice('sh\n'.length);
}

async function walk(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'openward-readme-'));
  const port = await freePort();
  const standIn = await StandInProcess.start(port, folder);
  const service = await startService({ engine: 'sqlite' });
  const [url = ''] = service.doors;
  const script = printedWalk()
    .replace('http://127.0.0.1:3000', url)
    .replace('owd_…', service.processes[0]?.adminToken ?? '')
    .replaceAll('127.0.0.1:4010', `127.0.0.1:${port}`)
    .replaceAll('/tmp/demo-data', folder);
  try {
    const { stdout, stderr } = await promisify(execFile)('bash', ['-c', script], { timeout: 150_000 });
    return `${stdout}\n${stderr}`;
  } finally {
    await service.stop();
    await standIn.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

if (missing.length > 0) {
  it(`does not walk as the README says: ${missing.join(', ')} not found on the path`, () => {
    expect(missing).not.toEqual([]);
  });
} else {
  describe('the walk that the README prints', () => {
    let said: string;

    beforeAll(async () => {
      said = await walk();
    }, 180_000);

    it('meets no error of jq, of curl or of the service', () => {
      expect(said).not.toMatch(/jq: error|curl: \(|"\/problems\//);
    });

    it('fails the check of the data first, and passes it after the mending', () => {
      const verdicts = [...said.matchAll(/"verdict": "(\w+)"/g)].map(([, verdict]) => verdict);
      expect(verdicts).toEqual(['fail', 'warn']);
    });

    it('comes to a candidate that sees traffic, and back again', () => {
      expect(said).toContain('"candidateWeightPercent": 10');
      expect(said.trim().split('\n').at(-1)).toContain('"stage":"rolledBack"');
    });
  });
}
