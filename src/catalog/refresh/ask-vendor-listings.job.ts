// Once a day every vendor is asked which models it has. An answer that is none proves nothing: nothing is taken away by it.
import { Inject, Injectable, type OnModuleInit } from '@nestjs/common';
import { Clock } from '../../kernel/clock.js';
import { systemActor } from '../../kernel/principal.js';
import { isRefusal } from '../../kernel/refusal.js';
import { JobRunner } from '../../platform/jobs/job-runner.service.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { ModelListings } from '../../vendors/listing/model-listings.js';
import { VendorStore } from '../../vendors/vendor-store.js';
import { ProposeRefresh } from './propose-refresh.service.js';

/** Looked at more often than it is due, so that a process that is restarted every night still gets to it. */
const lookEveryMs = 3_600_000;
const dueAfterMs = 86_400_000;

@Injectable()
export class AskVendorListings implements OnModuleInit {
  constructor(
    private readonly runner: JobRunner,
    @Inject(VendorStore) private readonly vendors: VendorStore,
    @Inject(ModelListings) private readonly listings: ModelListings,
    private readonly propose: ProposeRefresh,
    @Inject(Clock) private readonly clock: Clock,
    private readonly log: Log,
  ) {}

  onModuleInit(): void {
    this.runner.every('catalog.vendor-listings', lookEveryMs, () => this.ask());
  }

  /** Asks the vendors whose list is a day old or was never read. */
  async ask(): Promise<void> {
    for (const { name } of await this.vendors.list()) {
      const heardAt = await this.propose.lastHeard(name);
      if (heardAt === null || heardAt + dueAfterMs <= this.clock.now()) {
        await this.askOne(name);
      }
    }
  }

  private async askOne(vendor: string): Promise<void> {
    const listing = await this.listings.of(vendor);
    if (isRefusal(listing)) {
      this.log.warn({ vendor, detail: listing.detail }, 'a vendor gave no list of its models; asked again later');
      return;
    }
    const { id, state, cleanChanges, quarantinedChanges } = await this.propose.hearVendor(vendor, listing, systemActor);
    this.log.info({ vendor, refreshId: id, state, cleanChanges, quarantinedChanges }, 'a vendor listed its models');
  }
}
