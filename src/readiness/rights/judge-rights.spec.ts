import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { RightsRuling } from '../facts/rights-facts.js';
import { noRights, type RightsDeclaration } from '../imports/rights-declaration.js';
import { isBeyondWaivers } from './beyond-waivers.js';
import { judgeRights, type RightsQuestion } from './judge-rights.js';
import { loadRightsRules } from './load-rights.client.js';
import { targetUseDigest } from './target-use.js';

const rules = loadRightsRules();
const now = Date.UTC(2026, 11, 1);
const internal = { model: 'gpt-neo-1.3b', kind: 'generative', distribution: 'internal', commercial: true } as const;
const captured = { vendor: 'ours', route: null, address: null, model: null, at: now - 1_000, rows: 10 };
const own: RightsDeclaration = {
  ...noRights,
  spdx: 'LicenseRef-own',
  source: 'support desk',
  revision: '2026-11',
  legalBasis: 'no-personal-data',
};
const upload = { importId: 'imp_1', rows: 40, declared: own, rowsByModel: {} };

function asked(parts: Partial<RightsQuestion> = {}) {
  return judgeRights({
    rules,
    target: internal,
    captured: [],
    uploads: [],
    trafficConsent: null,
    region: null,
    signed: [],
    now,
    ...parts,
  });
}

const classifier = { ...internal, model: 'openward/baseline-student', kind: 'classifier' } as const;
const embedder = { ...internal, model: 'open_clip', kind: 'embedder' } as const;
const handedOut = { distribution: 'distributed' } as const;
const openai = { address: 'https://api.openai.com/v1', model: 'gpt-4-0613' };

describe('the terms of vendors', () => {
  it.each<[string, object, RightsQuestion['target'], RightsRuling]>([
    ['GPT-4 for a classifier of one’s own', openai, classifier, 'permitted'],
    ['GPT-4 for an embedder of one’s own', openai, embedder, 'permitted'],
    ['GPT-4 for a generative model', openai, internal, 'acknowledge'],
    ['GPT-4 for a generative model that is handed out', openai, { ...internal, ...handedOut }, 'blocked'],
    ['GPT-4 for a classifier that is handed out', openai, { ...classifier, ...handedOut }, 'blocked'],
    ['GPT-4 by its model name alone', { model: 'gpt-4' }, internal, 'acknowledge'],
    ['an export of ChatGPT', { route: 'openai/chatgpt-export' }, classifier, 'blocked'],
    ['GPT-4 by Azure', { address: 'https://ours.openai.azure.com/openai', model: 'gpt-4' }, classifier, 'acknowledge'],
    [
      'GPT-4 by Azure, handed out',
      { address: 'https://ours.openai.azure.com' },
      { ...internal, ...handedOut },
      'acknowledge',
    ],
    ['Gemini', { model: 'models/gemini-1.5-pro' }, internal, 'acknowledge'],
    ['Gemini unpaid', { route: 'google/free-tier' }, classifier, 'acknowledge'],
    ['Claude for a generative model', { model: 'claude-sonnet-4' }, internal, 'blocked'],
    ['Claude for a classifier', { address: 'https://api.anthropic.com' }, classifier, 'acknowledge'],
    ['Llama 2 for GPT-Neo', { model: 'meta-llama/Llama-2-7b-chat-hf' }, internal, 'blocked'],
    ['Llama 2 for Llama 2', { model: 'llama-2-70b-chat' }, { ...internal, model: 'llama-2-7b' }, 'permitted'],
    ['Llama 2 for a classifier', { model: 'llama2:7b' }, classifier, 'permitted'],
    ['Llama 3 for Llama 2', { model: 'meta-llama/Meta-Llama-3-8B' }, { ...internal, model: 'llama-2-7b' }, 'blocked'],
    ['Llama 3.1 for GPT-Neo', { model: 'llama-3.1-8b' }, internal, 'permitted'],
    [
      'Llama 3.1 for a model that is handed out',
      { model: 'llama-3.1-8b' },
      { ...internal, ...handedOut },
      'acknowledge',
    ],
    ['Mistral', { model: 'mistralai/Mistral-7B-Instruct-v0.3' }, { ...internal, ...handedOut }, 'permitted'],
    ['a model that nobody has read the terms of', { model: 'acme-1' }, classifier, 'unknown'],
    ['a target that was not chosen, after Llama 2', { model: 'llama-2-7b' }, { ...internal, model: null }, 'unknown'],
  ])('%s', (_, answers, target, ruling) => {
    const [found] = asked({ captured: [{ ...captured, ...answers }], target }).vendorTerms;
    expect(found).toMatchObject({ ruling, rows: 10 });
  });

  it('are named with clause, date and the day of the last reading', () => {
    const [found] = asked({ captured: [{ ...captured, ...openai }] }).vendorTerms;
    expect(found?.source).toBe('vendor:openai/api');
    expect(found?.because).toContain('section 3.3(e)');
    expect(found?.because).toContain('from 2026-01-01, last read 2026-11-25');
    expect(found?.url).toMatch(/^https:/);
  });

  it('permit nothing for a time whose version is not on file', () => {
    const before = { ...captured, ...openai, at: Date.UTC(2024, 0, 1) };
    const [found] = asked({ captured: [before], target: classifier }).vendorTerms;
    expect(found).toMatchObject({
      ruling: 'acknowledge',
      because: expect.stringContaining('no version of these terms'),
    });
  });

  it('of one contract are one question, whatever the model', () => {
    const both = [openai, { ...openai, model: 'gpt-4o' }].map((one) => ({ ...captured, ...one }));
    expect(asked({ captured: both }).vendorTerms).toMatchObject([{ rows: 20 }]);
  });

  it('of the unpaid route forbid personal data, and say so of users in the EEA', () => {
    const region = { hasEeaUsers: true, hasMinors: false, isMedical: false };
    const { vendorTerms, regionNotes } = asked({ captured: [{ ...captured, route: 'google/free-tier' }], region });
    expect(vendorTerms[0]).toMatchObject({ forbidsPersonalData: true });
    expect(regionNotes).toHaveLength(2);
  });

  it('hold for uploads too, by the model that the rows name and by the source that was declared', () => {
    const mixed = { ...upload, rowsByModel: { 'gpt-4': 15 } };
    expect(asked({ uploads: [mixed] }).vendorTerms).toMatchObject([
      { source: 'vendor:openai/api', rows: 15, ruling: 'acknowledge' },
      { source: 'import:imp_1', rows: 25, ruling: 'permitted' },
    ]);
    const exported = { ...upload, declared: { ...own, source: 'https://chatgpt.com/share' } };
    expect(asked({ uploads: [exported] }).vendorTerms).toMatchObject([{ ruling: 'blocked' }]);
    const silent = { ...upload, declared: noRights };
    expect(asked({ uploads: [silent] }).vendorTerms).toMatchObject([{ ruling: 'unknown' }]);
  });
});

describe('a signature', () => {
  const signed = {
    source: 'vendor:openai/api',
    targetDigest: targetUseDigest(internal),
    by: 'Ada',
    at: now - 5,
    reason: 'Counsel has read it.',
  };
  const answers = [{ ...captured, ...openai }];

  it('settles what needs one', () => {
    expect(asked({ captured: answers, signed: [signed] }).vendorTerms[0]?.acknowledgement).toMatchObject({ by: 'Ada' });
  });

  it('does not carry over to another use', () => {
    const other = { ...internal, model: 'llama-2-7b' };
    expect(asked({ captured: answers, signed: [signed], target: other }).vendorTerms[0]?.acknowledgement).toBeNull();
  });

  it('lifts nothing that is blocked', () => {
    const target = { ...internal, ...handedOut };
    const mine = { ...signed, targetDigest: targetUseDigest(target) };
    expect(asked({ captured: answers, signed: [mine], target }).vendorTerms[0]).toMatchObject({
      ruling: 'blocked',
      acknowledgement: null,
    });
  });

  it('is the only way: no waiver reaches these checks', () => {
    expect(['R01', 'R02', 'R03', 'R04', 'R05', 'V01'].map(isBeyondWaivers)).toEqual([
      true,
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});

describe('the licence of an upload', () => {
  const rulingOf = (declared: Partial<RightsDeclaration>, target: RightsQuestion['target'] = internal) =>
    asked({ uploads: [{ ...upload, declared: { ...own, ...declared } }], target }).licences[0]?.ruling;

  it.each<[string | null, RightsRuling]>([
    ['MIT', 'permitted'],
    ['cc0-1.0', 'permitted'],
    ['CC-BY-4.0', 'acknowledge'],
    ['CC-BY-SA-4.0', 'acknowledge'],
    ['CC-BY-NC-4.0', 'blocked'],
    ['CC-BY-ND-4.0', 'acknowledge'],
    ['Proprietary', 'unknown'],
    [null, 'unknown'],
  ])('%s is %s for commercial use inside the house', (spdx, ruling) => {
    expect(rulingOf({ spdx })).toBe(ruling);
  });

  it('depends on the use', () => {
    expect(rulingOf({ spdx: 'CC-BY-NC-4.0' }, { ...internal, commercial: null })).toBe('unknown');
    expect(rulingOf({ spdx: 'CC-BY-NC-4.0' }, { ...internal, commercial: false })).toBe('acknowledge');
    expect(rulingOf({ spdx: 'CC-BY-ND-4.0' }, { ...internal, ...handedOut })).toBe('blocked');
  });

  it('belongs to a revision', () => {
    expect(rulingOf({ spdx: 'MIT', revision: null })).toBe('acknowledge');
    expect(rulingOf({ revision: null })).toBe('permitted');
  });
});

describe('consent', () => {
  const rulingOf = (declared: Partial<RightsDeclaration>) =>
    asked({ uploads: [{ ...upload, declared: { ...own, legalBasis: 'contract', ...declared } }] }).consent[0]?.ruling;

  it.each<[Partial<RightsDeclaration>, RightsRuling]>([
    [{ purposeIncludesTraining: true }, 'permitted'],
    [{ purposeIncludesTraining: false }, 'blocked'],
    [{}, 'unknown'],
    [{ legalBasis: null }, 'unknown'],
    [{ legalBasis: 'no-personal-data' }, 'permitted'],
    [{ purposeIncludesTraining: true, optOuts: 2 }, 'blocked'],
    [{ purposeIncludesTraining: true, retentionUntil: now }, 'blocked'],
    [{ purposeIncludesTraining: true, retentionUntil: now + 1 }, 'permitted'],
  ])('by %j is %s', (declared, ruling) => {
    expect(rulingOf(declared)).toBe(ruling);
  });

  it('of traffic is asked where traffic was captured', () => {
    expect(asked({ captured: [{ ...captured, ...openai }] }).consent).toMatchObject([
      { source: 'traffic', ruling: 'unknown' },
    ]);
    expect(asked().consent).toEqual([]);
  });
});

describe('the licence of the target', () => {
  it.each<[string, RightsRuling]>([
    ['meta-llama/Llama-2-7b-chat-hf', 'acknowledge'],
    ['llama-3.1-8b', 'acknowledge'],
    ['EleutherAI/gpt-neo-2.7B', 'permitted'],
    ['openai/clip-vit-base-patch32', 'acknowledge'],
    ['Qwen/Qwen2.5-72B', 'acknowledge'],
    ['Qwen/Qwen2.5-7B-Instruct', 'permitted'],
    ['acme/one', 'unknown'],
  ])('of %s is %s', (model, ruling) => {
    expect(asked({ target: { ...internal, model } }).targetLicence?.ruling).toBe(ruling);
  });

  it('comes with its duties, and is none without a target', () => {
    const { targetLicence } = asked({ target: { ...internal, model: 'llama-2-7b' } });
    expect(targetLicence?.duties.join(' ')).toMatch(/Notice file.*700 million/);
    expect(asked({ target: { ...internal, model: null } }).targetLicence).toBeNull();
  });
});

describe('rules and rows', () => {
  it('are stale after 180 days without a reading', () => {
    const late = Date.UTC(2027, 5, 1);
    const answers = [{ ...captured, ...openai }];
    expect(asked({ captured: answers, now: late }).staleRules).toEqual(['model gpt-neo', 'openai-services-agreement']);
    expect(asked({ captured: answers }).staleRules).toEqual([]);
  });

  it('are counted with and without a whole provenance', () => {
    const uploads = [upload, { ...upload, importId: 'imp_2', rows: 5, declared: { ...own, revision: null } }];
    const answers = [
      { ...captured, ...openai },
      { ...captured, rows: 3, model: 'acme' },
    ];
    expect(asked({ captured: answers, uploads })).toMatchObject({ rows: 58, rowsWithFullProvenance: 50 });
  });
});

describe('the files of rules', () => {
  const folder = mkdtempSync(join(tmpdir(), 'rights-'));
  const write = (terms: string, licences: string) => {
    writeFileSync(join(folder, 'vendor-terms.yaml'), terms);
    writeFileSync(join(folder, 'licences.yaml'), licences);
  };

  it('name every fault at once', () => {
    write(
      'terms:\n  - { id: a, effectiveFrom: 2026-01-01, odd: 1 }',
      'licences:\n  - { spdx: MIT, kind: free, duty: "" }',
    );
    for (const fault of ['terms[0].vendor', 'terms[0].odd', 'rulings', 'licences[0].kind', 'modelLicences: must be']) {
      expect(() => loadRightsRules(folder)).toThrow(fault);
    }
  });

  it('each have a reading by somebody', () => {
    for (const { id, text, reviewer, url } of rules.terms) {
      expect([id, text.length > 20, reviewer !== '', url.startsWith('https://')]).toEqual([id, true, true, true]);
    }
  });
});
