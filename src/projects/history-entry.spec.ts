import { ChainCheck, genesisHash, type HistoryEntry, type HistoryEvent, makeEntry } from './history-entry.js';

function event(from: string | null, to: string): HistoryEvent {
  return {
    name: 'project.advance',
    actor: { person: 'ada', role: 'lead', tokenId: 'tok_1' },
    from,
    to,
    traffic: { mode: 'incumbent', weightPercent: 0 },
    reason: null,
    gateRunId: null,
    evidenceDigest: null,
    evidenceIds: [],
    policyDigest: null,
    machineVersion: 1,
    requestId: 'req_1',
    details: {},
  };
}

function chain(): HistoryEntry[] {
  const places = ['assessing.working', 'deciding', 'collecting.working', 'collecting.blocked'];
  const entries: HistoryEntry[] = [];
  for (const [index, to] of places.entries()) {
    const before = entries[index - 1];
    entries.push(
      makeEntry({
        projectId: 'prj_1',
        version: index + 1,
        at: 1000 + index,
        event: event(before?.event.to ?? null, to),
        previousHash: before?.hash ?? genesisHash,
      }),
    );
  }
  return entries;
}

function firstFault(entries: readonly HistoryEntry[]) {
  const check = new ChainCheck();
  for (const entry of entries) {
    const fault = check.next(entry);
    if (fault !== null) {
      return fault;
    }
  }
  return null;
}

describe('the hash chain of a history', () => {
  it('holds as it was written, and its head is the hash of the newest entry', () => {
    const entries = chain();
    const check = new ChainCheck();
    expect(entries.map((entry) => check.next(entry))).toEqual([null, null, null, null]);
    expect(check.head).toBe(entries[3]?.hash);
  });

  it('starts at nothing', () => {
    expect(new ChainCheck().head).toBe(genesisHash);
  });

  it.each([
    [
      'a changed actor',
      (entries: HistoryEntry[]) =>
        entries.map((one, at) =>
          at === 1 ? { ...one, event: { ...one.event, actor: { ...one.event.actor, person: 'eve' } } } : one,
        ),
      2,
    ],
    ['a changed time', (entries: HistoryEntry[]) => entries.map((one, at) => (at === 2 ? { ...one, at: 1 } : one)), 3],
    ['a removed entry', (entries: HistoryEntry[]) => entries.filter((_, at) => at !== 1), 3],
    [
      'two swapped entries',
      (entries: HistoryEntry[]) => [entries[1], entries[0], entries[2], entries[3]].flatMap((one) => one ?? []),
      2,
    ],
    ['a cut beginning', (entries: HistoryEntry[]) => entries.slice(1), 2],
  ])('names the first bad version of %s', (_, tamper, version) => {
    expect(firstFault(tamper(chain()))).toMatchObject({ projectId: 'prj_1', version });
  });

  it('finds an entry that was rewritten with a hash of its own', () => {
    const entries = chain();
    const second = entries[1];
    if (second === undefined) {
      throw new Error('the chain is too short');
    }
    const rewritten = makeEntry({ ...second, event: { ...second.event, reason: 'nothing to see' } });
    expect(firstFault(entries.map((one, at) => (at === 1 ? rewritten : one)))).toMatchObject({ version: 3 });
  });
});
