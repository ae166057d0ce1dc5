// Each test spoils a sound history in one way and asks which place is named first.
import { aCommit, anUnbornProject } from '../../test/builders/a-project.js';
import { type HistoryEntry, makeEntry } from '../projects/history-entry.js';
import type { Project } from '../projects/project.js';
import { AuditCheck, type AuditResult } from './audit-check.js';
import { type Checkpoint, checkpointText, readCheckpoint } from './audit-checkpoint.js';
import { ExportReader, ExportWriter } from './audit-export.js';
import type { AuditedEntry, AuditedHead, AuditRecord } from './audit-record.js';

const ids = [1, 2].map((place) => `prj_01kc${String(place).padStart(22, '0')}`);
const versions = 6;

function historyOf(id: string): AuditRecord[] {
  let project: Project = anUnbornProject(id);
  const records: AuditRecord[] = [];
  for (let version = 1; version <= versions; version += 1) {
    const { entry, project: next } = aCommit(project);
    const columns = { actor: entry.event.actor.person, name: entry.event.name, epoch: version };
    records.push({ kind: 'entry', entry, columns });
    project = next;
  }
  const head = { projectId: id, version: versions, headHash: project.headHash, stage: 'assessing' };
  return [...records, { kind: 'head', ...head }];
}

const sound = (): AuditRecord[] => ids.flatMap(historyOf);

function audit(records: readonly AuditRecord[], checkpoint: Checkpoint | null = null): AuditResult {
  const check = new AuditCheck(checkpoint);
  for (const record of records) {
    check.take(record);
  }
  return check.finish();
}

const earlier = readCheckpoint(checkpointText(audit(sound()).lines, 1_795_600_000_000));
const first = ids[0] ?? '';
const named = (result: AuditResult) => result.faults.map((fault) => [fault.projectId, fault.version]);

/** Changes the entry of the first project's version. */
function edited(version: number, change: (record: AuditedEntry) => AuditedEntry): AuditRecord[] {
  return sound().map((record) =>
    record.kind === 'entry' && record.entry.projectId === first && record.entry.version === version
      ? change(record)
      : record,
  );
}

const isEntry = (record: AuditRecord, version: number) =>
  record.kind === 'entry' && record.entry.projectId === first && record.entry.version === version;

/** The first project's history with its entries made anew from a version on, in a chain that holds. */
function rewritten(from: number): AuditRecord[] {
  let previous: HistoryEntry | null = null;
  return sound().map((record) => {
    if (record.kind === 'entry' && record.entry.projectId === first) {
      const { hash: _, ...entry } = record.entry;
      const reason = entry.version >= from ? 'nothing to see' : entry.event.reason;
      const previousHash: string = previous?.hash ?? entry.previousHash;
      previous = makeEntry({ ...entry, event: { ...entry.event, reason }, previousHash });
      return { ...record, entry: previous };
    }
    return record.kind === 'head' && record.projectId === first
      ? { ...record, headHash: previous?.hash ?? '' }
      : record;
  });
}

describe('an audit', () => {
  it('finds nothing wrong with a sound history', () => {
    expect(audit(sound())).toMatchObject({ ok: true, projects: 2, entries: 12, faults: [] });
    expect(audit(sound(), earlier).ok).toBe(true);
  });

  it('names the entry whose content was edited', () => {
    const records = edited(3, (record) => ({
      ...record,
      entry: { ...record.entry, event: { ...record.entry.event, reason: 'because' } },
    }));
    expect(named(audit(records))).toEqual([[first, 3]]);
  });

  it('names the entry whose time was edited', () => {
    const records = edited(4, (record) => ({ ...record, entry: { ...record.entry, at: record.entry.at + 1 } }));
    expect(named(audit(records))).toEqual([[first, 4]]);
  });

  it('names the entry whose searched columns were edited', () => {
    const records = edited(2, (record) => ({ ...record, columns: { ...record.columns, actor: 'mallory' } }));
    expect(named(audit(records))).toEqual([[first, 2]]);
  });

  it('names the entry whose place in the feed was moved ahead', () => {
    const records = edited(5, (record) => ({ ...record, columns: { ...record.columns, epoch: 1 } }));
    expect(named(audit(records))).toEqual([[first, 5]]);
  });

  it('names the place where an entry is missing', () => {
    expect(named(audit(sound().filter((record) => !isEntry(record, 3))))).toEqual([[first, 4]]);
  });

  it('names the place where an entry was doubled', () => {
    const records = sound().flatMap((record) => (isEntry(record, 3) ? [record, record] : [record]));
    expect(named(audit(records))).toEqual([[first, 3]]);
  });

  it('names the end when the newest entries were cut off but the project was left as it was', () => {
    expect(named(audit(sound().filter((record) => !isEntry(record, versions))))).toEqual([[first, versions]]);
  });

  it('names the project that says something else than its history', () => {
    const spoil = (change: Partial<AuditedHead>) =>
      sound().map((record) =>
        record.kind === 'head' && record.projectId === first ? { ...record, ...change } : record,
      );
    expect(named(audit(spoil({ headHash: 'f'.repeat(64) })))).toEqual([[first, versions]]);
    expect(named(audit(spoil({ stage: 'completed' })))).toEqual([[first, versions]]);
    expect(named(audit(spoil({ version: versions + 1 })))).toEqual([[first, versions + 1]]);
  });

  it('names a history whose project is gone', () => {
    const records = sound().filter((record) => !(record.kind === 'head' && record.projectId === first));
    expect(named(audit(records))).toEqual([[first, versions]]);
  });

  it('names what could not be read', () => {
    const gap: AuditRecord = { kind: 'gap', projectId: first, version: 2, reason: 'its content cannot be read' };
    const records = sound().map((record) => (isEntry(record, 2) ? gap : record));
    expect(named(audit(records))).toEqual([[first, 2]]);
  });

  it('can tell a history that was rewritten as a whole only by a checkpoint, and then where it begins', () => {
    expect(audit(rewritten(3)).ok).toBe(true);
    expect(named(audit(rewritten(3), earlier))).toEqual([[first, 3]]);
  });

  it('can tell a tail that was cut together with the project only by a checkpoint', () => {
    const kept = sound().filter((record) => !isEntry(record, versions));
    const last = kept.findLast((record) => record.kind === 'entry' && record.entry.projectId === first);
    const headHash = last?.kind === 'entry' ? last.entry.hash : '';
    const records = kept.map((record) =>
      record.kind === 'head' && record.projectId === first ? { ...record, version: versions - 1, headHash } : record,
    );
    expect(audit(records).ok).toBe(true);
    expect(named(audit(records, earlier))).toEqual([[first, versions]]);
  });

  it('can tell a project that was removed with its history only by a checkpoint', () => {
    const records = historyOf(ids[1] ?? '');
    expect(audit(records).ok).toBe(true);
    expect(named(audit(records, earlier))).toEqual([[first, 1]]);
  });
});

describe('a checkpoint', () => {
  const text = checkpointText(audit(sound()).lines, 1_795_600_000_000);

  it.each([
    ['cut', text.split('\n').slice(0, -2).join('\n')],
    ['edited', text.replace('"version":6', '"version":5')],
    ['empty', ''],
    ['something else', '{}'],
  ])('is refused when it is %s', (_, spoilt) => {
    expect(() => readCheckpoint(spoilt)).toThrow();
  });
});

describe('an export', () => {
  const writer = new ExportWriter();
  const lines = [writer.begin(), ...sound().map((record) => writer.line(record)), writer.end()];

  it('is verified like the store that it was made of', () => {
    const reader = new ExportReader();
    const records = lines.flatMap((line) => reader.take(line) ?? []);
    expect(reader.isWhole).toBe(true);
    expect(audit(records, earlier)).toMatchObject({ ok: true, entries: 12 });
  });

  it('is not whole when it was cut', () => {
    const reader = new ExportReader();
    for (const line of lines.slice(0, -1)) {
      reader.take(line);
    }
    expect(reader.isWhole).toBe(false);
  });

  it('is refused when it is not one', () => {
    expect(() => new ExportReader().take('{}')).toThrow('not an export');
  });
});
