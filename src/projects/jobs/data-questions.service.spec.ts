// What earlier comparisons say about the data: read from evidence, with the hold-out that the first one was made on.
import { aProject } from '../../../test/builders/a-project.js';
import { somePolicyNumbers } from '../../../test/builders/set-context.js';
import type { Evidence } from '../../kernel/evidence.js';
import type { Policy } from '../../kernel/policy.js';
import { DataQuestions } from './data-questions.service.js';

function aComparison(at: number, datasetId: string | undefined, parts: Partial<Evidence> = {}): Evidence {
  return {
    id: `evd_${String(at).padStart(6, '0')}`,
    projectId: 'prj_1',
    kind: 'evaluation.comparison',
    source: 'measured',
    measuredAt: at,
    inputsDigest: 'sha256:in',
    methodVersion: 'tango-score/1',
    outcome: 'pass',
    value: { datasetId, n: 100, onlyCandidateCorrect: 4, onlyIncumbentCorrect: 2, incumbentAccuracy: at / 1_000 },
    digest: 'sha256:evidence',
    recordedBy: 'system',
    ...parts,
  };
}

/** Newest first, a page at a time, as the records give them. */
function pagesOf(all: readonly Evidence[]) {
  const newestFirst = [...all].sort((one, other) => (one.id < other.id ? 1 : -1));
  return async ({ afterId, limit }: { afterId: string | null; limit: number }) =>
    newestFirst.filter(({ id }) => afterId === null || id < afterId).slice(0, limit);
}

async function askedOf(all: readonly Evidence[]) {
  const questions = new DataQuestions(
    { capturedUpTo: async () => null } as never,
    { evidence: pagesOf(all) } as never,
    {
      planOf: async () => ({ trafficConsent: null, region: null }),
      targetOf: () => ({}),
      vendorRows: async () => [],
      captured: () => [],
    } as never,
    null as never,
    { holdoutDigest: async (id: string) => (id === 'dst_gone' ? null : `sha256:of-${id}`) } as never,
  );
  const policy = { readiness: somePolicyNumbers, evaluation: {} } as unknown as Policy;
  const { evaluation, measuredDiscordance } = await questions.of(aProject({ id: 'prj_1' }), policy);
  return { ...evaluation, measuredDiscordance };
}

describe('what is asked about the data of a project', () => {
  it('says of a project that nothing was compared in that nobody looked at its hold-out', async () => {
    expect(await askedOf([])).toMatchObject({ looks: 0, holdoutDigestAtFirstUse: null, incumbentScore: null });
  });

  it('names the hold-out of the first comparison, and the numbers of the newest', async () => {
    const all = [aComparison(300, 'dst_new'), aComparison(100, 'dst_first'), aComparison(200, 'dst_second')];
    expect(await askedOf(all)).toMatchObject({
      looks: 3,
      holdoutDigestAtFirstUse: 'sha256:of-dst_first',
      incumbentScore: 0.3,
      measuredDiscordance: 0.06,
    });
  });

  it('finds the first one behind any number of later ones', async () => {
    const later = Array.from({ length: 450 }, (_, at) => aComparison(at + 2, 'dst_later'));
    expect(await askedOf([...later, aComparison(1, 'dst_first')])).toMatchObject({
      looks: 451,
      holdoutDigestAtFirstUse: 'sha256:of-dst_first',
    });
  });

  it('takes no look from what somebody only declared', async () => {
    const declared = aComparison(1, 'dst_told', { source: 'declared' });
    expect(await askedOf([declared])).toMatchObject({ looks: 0, holdoutDigestAtFirstUse: null });
    expect(await askedOf([declared, aComparison(2, 'dst_first')])).toMatchObject({
      looks: 1,
      holdoutDigestAtFirstUse: 'sha256:of-dst_first',
    });
  });

  it.each([
    ['is not there any more', 'dst_gone'],
    ['was not named', undefined],
  ])('knows the look and not the hold-out where the first data set %s', async (_why, datasetId) => {
    const all = [aComparison(1, datasetId), aComparison(2, 'dst_second')];
    expect(await askedOf(all)).toMatchObject({ looks: 2, holdoutDigestAtFirstUse: null });
  });
});
