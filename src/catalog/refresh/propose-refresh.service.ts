// Takes what a source says, compares it, and keeps the difference as a proposal. Nothing counts before somebody has decided.
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { sha256Hex } from '../../kernel/digest.js';
import { IdSource } from '../../kernel/ids.js';
import { isRefusal, type Refusal, refusal } from '../../kernel/refusal.js';
import { Metrics } from '../../platform/telemetry/metrics.client.js';
import type { ModelListing } from '../../vendors/listing/model-listings.js';
import { judgeReading, type Proposal } from './judge-reading.js';
import { NamesInUse } from './names-in-use.js';
import { PresentFacts } from './present-facts.service.js';
import { allReaders } from './readers/all-readers.js';
import { readVendorListing, vendorSource } from './readers/read-vendor-listing.js';
import { type Reading, type SourceKind, shownFaults } from './reading.js';
import { type Refresh, waitingChange } from './refresh.js';
import { RefreshStore } from './refresh-store.js';

const dayMs = 86_400_000;
/** A model that was called within this time is in use. */
const inUseMs = 30 * dayMs;
const conflictsKeptMax = 100;

export interface UploadedDocument {
  readonly kind: SourceKind;
  readonly text: string;
  /** When the source said so, ms; null: now. */
  readonly observedAt: number | null;
  /** The person who brings it. */
  readonly by: string;
}

interface Reported {
  readonly reading: Reading;
  readonly faults: readonly string[];
  readonly by: string;
}

@Injectable()
export class ProposeRefresh {
  constructor(
    @Inject(RefreshStore) private readonly store: RefreshStore,
    @Inject(NamesInUse) private readonly namesInUse: NamesInUse,
    private readonly facts: PresentFacts,
    @Inject(Clock) private readonly clock: Clock,
    @Inject(IdSource) private readonly ids: IdSource,
    private readonly metrics: Metrics,
  ) {}

  /** Refuses with `bad-request` what is not the document that it is said to be, or was observed in the future. */
  async upload({ kind, text, observedAt, by }: UploadedDocument): Promise<Refresh | Refusal> {
    const reader = allReaders.find((one) => one.kind === kind);
    const now = this.clock.now();
    const at = observedAt ?? now;
    if (reader === undefined) {
      return refusal('bad-request', 'What vendors list is asked for by Openward itself; it cannot be uploaded.');
    }
    if (at > now) {
      return refusal('bad-request', 'The document cannot have been observed in the future.');
    }
    const read = reader.read(text);
    if (isRefusal(read)) {
      this.metrics.catalogRefreshes.inc({ kind, outcome: 'refused' });
      return read;
    }
    const { rank } = reader;
    const digest = `sha256:${sha256Hex(text)}`;
    const reading: Reading = { kind, source: kind, rank, observedAt: at, digest, offers: read.offers };
    return this.propose({ reading, faults: read.faults, by });
  }

  /** What a vendor's own list says, as Openward asked for it. */
  hearVendor(vendor: string, { models, digest }: ModelListing, by: string): Promise<Refresh> {
    const reading = readVendorListing(models, { vendor, digest, observedAt: this.clock.now() });
    return this.propose({ reading, faults: [], by });
  }

  /** When the vendor's list was read last, ms; null: never. */
  async lastHeard(vendor: string): Promise<number | null> {
    const readings = await this.store.readings();
    return readings.find((one) => one.source === vendorSource(vendor))?.observedAt ?? null;
  }

  private async propose({ reading, faults, by }: Reported): Promise<Refresh> {
    const now = this.clock.now();
    const [present, readings, namesInUse] = await Promise.all([
      this.facts.latest(),
      this.store.readings(),
      this.namesInUse.since(now - inUseMs),
    ]);
    const proposal = judgeReading({ present, reading, readings, namesInUse });
    const changes = proposal.changes.map(waitingChange);
    const refresh = this.refreshOf(proposal, { reading, faults, by });
    await this.store.add(refresh, { reading, changes });
    const { kind } = reading;
    this.metrics.catalogRefreshes.inc({ kind, outcome: refresh.state });
    this.metrics.catalogChanges.inc({ kind, outcome: 'clean' }, refresh.cleanChanges);
    this.metrics.catalogChanges.inc({ kind, outcome: 'quarantined' }, refresh.quarantinedChanges);
    return refresh;
  }

  private refreshOf({ changes, conflicts, hold }: Proposal, { reading, faults, by }: Reported): Refresh {
    const { kind, source, rank, observedAt, digest, offers } = reading;
    const now = this.clock.now();
    const quarantinedChanges = changes.filter((one) => one.findings.length > 0).length;
    return {
      id: this.ids.next('crf'),
      kind,
      source,
      rank,
      observedAt,
      digest,
      state: changes.length === 0 ? 'unchanged' : 'pending',
      hold,
      offersRead: offers.length,
      cleanChanges: changes.length - quarantinedChanges,
      quarantinedChanges,
      conflictCount: conflicts.length,
      conflicts: conflicts.slice(0, conflictsKeptMax),
      faults: shownFaults(faults),
      createdBy: by,
      createdAt: now,
      settledAt: changes.length === 0 ? now : null,
    };
  }
}
