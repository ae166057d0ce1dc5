// Judges a walk over the whole history. For each project the first place that does not hold is named; what comes after
// it in the same project rests on it and says nothing more.
import { ChainCheck, type ChainFault } from '../projects/history-entry.js';
import { type Checkpoint, type CheckpointLine, knownPrefix, prefixOf } from './audit-checkpoint.js';
import type { AuditedEntry, AuditedHead, AuditRecord } from './audit-record.js';

export interface AuditResult {
  readonly ok: boolean;
  readonly projects: number;
  readonly entries: number;
  readonly faultCount: number;
  readonly faults: readonly ChainFault[];
  /** For the next checkpoint. */
  readonly lines: readonly CheckpointLine[];
}

const faultsShownMax = 1000;

interface Current {
  readonly projectId: string;
  readonly chain: ChainCheck;
  version: number;
  epoch: number;
  stage: string;
  prefixes: string[];
  isBroken: boolean;
}

function begin(projectId: string): Current {
  return { projectId, chain: new ChainCheck(), version: 0, epoch: 0, stage: '', prefixes: [], isBroken: false };
}

export class AuditCheck {
  private current: Current | null = null;
  private projects = 0;
  private entries = 0;
  private faultCount = 0;
  private readonly faults: ChainFault[] = [];
  private readonly lines: CheckpointLine[] = [];
  private readonly unseen: Set<string>;

  /** @param checkpoint an earlier one, or null to judge the chains alone */
  constructor(private readonly checkpoint: Checkpoint | null) {
    this.unseen = new Set(checkpoint?.keys());
  }

  /** Records come project by project, entries by version, the head last. */
  take(record: AuditRecord): void {
    const projectId = record.kind === 'entry' ? record.entry.projectId : record.projectId;
    if (this.current === null || this.current.projectId !== projectId) {
      this.leave('its project is gone');
      this.current = begin(projectId);
      this.projects += 1;
      this.unseen.delete(projectId);
    }
    const { current } = this;
    if (record.kind === 'entry') {
      this.takeEntry(current, record);
    } else if (record.kind === 'gap') {
      this.report(current, record.version, record.reason);
    } else {
      this.takeHead(current, record);
      this.current = null;
    }
  }

  finish(): AuditResult {
    this.leave('its project is gone');
    for (const projectId of this.unseen) {
      this.add({ projectId, version: 1, reason: 'the checkpoint has this project, the history has nothing of it' });
    }
    const { projects, entries, faultCount, faults, lines } = this;
    return { ok: faultCount === 0, projects, entries, faultCount, faults, lines };
  }

  private takeEntry(current: Current, { entry, columns }: AuditedEntry): void {
    this.entries += 1;
    if (current.isBroken) {
      return;
    }
    const fault = current.chain.next(entry);
    const line = this.checkpoint?.get(current.projectId);
    const known = line === undefined ? null : knownPrefix(line, entry.version);
    if (fault !== null) {
      this.report(current, fault.version, fault.reason);
    } else if (known !== null && known !== prefixOf(entry.hash)) {
      this.report(current, entry.version, 'the checkpoint has another entry here');
    } else if (columns.actor !== entry.event.actor.person || columns.name !== entry.event.name) {
      this.report(current, entry.version, 'the columns beside the entry say something else than the entry');
    } else if (columns.epoch < current.epoch) {
      this.report(current, entry.version, 'its place in the feed is before that of the entry before it');
    }
    current.version = entry.version;
    current.epoch = columns.epoch;
    current.stage = entry.event.to.split('.')[0] ?? '';
    current.prefixes.push(prefixOf(entry.hash));
  }

  private takeHead(current: Current, head: AuditedHead): void {
    const line = this.checkpoint?.get(current.projectId);
    if (line !== undefined && line.version > current.version) {
      this.report(current, current.version + 1, 'it is missing: the checkpoint has it');
    } else if (head.version !== current.version) {
      const first = Math.min(head.version, current.version) + 1;
      this.report(current, first, `the project is at version ${head.version}, its history ends at ${current.version}`);
    } else if (head.headHash !== current.chain.head) {
      this.report(current, current.version, 'the project names another hash as its newest');
    } else if (head.stage !== current.stage) {
      this.report(current, current.version, `the project is in ${head.stage}, its history ends in ${current.stage}`);
    }
    const { projectId, version, headHash } = head;
    this.lines.push({ projectId, version, headHash, hashes: current.prefixes.join('') });
  }

  private leave(reason: string): void {
    if (this.current !== null) {
      this.report(this.current, this.current.version, reason);
      this.current = null;
    }
  }

  private report(current: Current, version: number, reason: string): void {
    if (!current.isBroken) {
      current.isBroken = true;
      this.add({ projectId: current.projectId, version, reason });
    }
  }

  private add(fault: ChainFault): void {
    this.faultCount += 1;
    if (this.faults.length < faultsShownMax) {
      this.faults.push(fault);
    }
  }
}
