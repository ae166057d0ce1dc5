// The whole life of a project over HTTP, on both engines: what the demo does, with less data.

import { freePort } from '../../src/terminal/bench/bench-tools.client.js';
import { demoPhrases, type Phrase } from '../../src/terminal/demo/demo-phrases.js';
import { DemoWalk } from '../../src/terminal/demo/demo-walk.client.js';
import { StandInVendor } from '../../src/terminal/demo/stand-in-vendor.client.js';
import { engines, startService } from '../harness/built-service.js';

function chatFile(name: string, rows: readonly Phrase[]) {
  const line = ({ text, label }: Phrase) =>
    JSON.stringify({
      messages: [
        { role: 'user', content: text },
        { role: 'assistant', content: label },
      ],
    });
  return { name, contentType: 'application/x-ndjson' as const, content: Buffer.from(rows.map(line).join('\n')), rows };
}

describe.each(engines)('a project on %s', (engine) => {
  it('walks from its creation to decommissioning, gate by gate', async () => {
    const train = chatFile('train.jsonl', demoPhrases(720, 5));
    const holdout = chatFile('holdout.jsonl', demoPhrases(180, 11));
    const port = await freePort();
    const vendor = await StandInVendor.listen([...train.rows, ...holdout.rows], port);
    const service = await startService({ engine });
    const said: string[] = [];
    try {
      const data = { train, holdout, isGenerated: true };
      const setting = { admin: service.admin, data, vendorUrl: `http://127.0.0.1:${port}/v1`, policy: 'fast' };
      const result = await new DemoWalk({ ...setting, say: (line) => said.push(line) }).run();
      expect(result.finalStage).toBe('decommissioned');
      expect(result.accuracy).toBeGreaterThan(0.9);
      expect(result.incumbentAccuracy).toBeLessThan(0.95);
      expect(result.trainSeconds).toBeGreaterThan(0);
      expect(said.join('\n')).toContain('one unbroken chain');
    } finally {
      await service.stop();
      await vendor.close();
    }
  }, 180_000);
});
