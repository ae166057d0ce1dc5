import { type CatalogModel, ModelCatalog } from '../../src/catalog/model-catalog.js';
import { SqlExchangeStore } from '../../src/exchanges/exchange-store.sql.js';
import { SqlExchangeWalk } from '../../src/exchanges/exchange-walk.sql.js';
import { SqlDayStore } from '../../src/lock-in/days/day-store.sql.js';
import { ScoreDay } from '../../src/lock-in/days/score-day.service.js';
import { SqlLockInStatusStore } from '../../src/lock-in/days/status-row.sql.js';
import { DeclareFacts } from '../../src/lock-in/facts/declare-facts.service.js';
import { SqlFactStore } from '../../src/lock-in/facts/fact-store.sql.js';
import { RecordFacts } from '../../src/lock-in/facts/record-facts.service.js';
import { allIndicators } from '../../src/lock-in/indicators/all-indicators.js';
import { SqlDocumentStore } from '../../src/lock-in/inputs/document-store.sql.js';
import { SqlDrillStore } from '../../src/lock-in/inputs/drill-store.sql.js';
import { LockInInputs } from '../../src/lock-in/inputs/lock-in-inputs.service.js';
import { SqlInvoiceStore } from '../../src/lock-in/invoices/invoice-store.sql.js';
import { loadProfile, shippedProfile } from '../../src/lock-in/load-profile.client.js';
import { LockInService } from '../../src/lock-in/lock-in.service.js';
import { AskMeasurement } from '../../src/lock-in/measure/ask-measurement.js';
import { GatherSources } from '../../src/lock-in/measure/gather-sources.service.js';
import { KeepSources } from '../../src/lock-in/measure/keep-sources.js';
import { LearnFacts } from '../../src/lock-in/measure/learn-facts.service.js';
import { ProfileShelf } from '../../src/lock-in/profile-shelf.js';
import { RollUpTraffic } from '../../src/lock-in/traffic/roll-up-traffic.service.js';
import { SqlTrafficStore } from '../../src/lock-in/traffic/traffic-store.sql.js';
import type { Database } from '../../src/platform/database/database.sql.js';
import { FakeClock } from '../fakes/clock.fake.js';
import { FakeIds } from '../fakes/ids.fake.js';

/** Measuring is asked for by the test itself. */
class AskedByHand extends AskMeasurement {
  ask(): Promise<void> {
    return Promise.resolve();
  }
}

/** The register is another story. */
class KeptNowhere extends KeepSources {
  keep(): Promise<void> {
    return Promise.resolve();
  }
}

/** A catalogue in which nothing stands. */
class EmptyCatalog extends ModelCatalog {
  find: ModelCatalog['find'] = () => null;
  all: ModelCatalog['all'] = () => [];
  pricesOf: ModelCatalog['pricesOf'] = () => [];
  priceAt: ModelCatalog['priceAt'] = () => null;
  lifecycleOf: ModelCatalog['lifecycleOf'] = () => null;
  noticesOf: ModelCatalog['noticesOf'] = () => null;
  attritionOf: ModelCatalog['attritionOf'] = () => null;
  developerOf: ModelCatalog['developerOf'] = () => null;
  supersededMonthsOf: ModelCatalog['supersededMonthsOf'] = () => null;
  licenceOf: ModelCatalog['licenceOf'] = () => null;
  termsVersionAt: ModelCatalog['termsVersionAt'] = () => null;
  termsNamed: ModelCatalog['termsNamed'] = () => null;
  priceIndex: ModelCatalog['priceIndex'] = () => null;
}

export const noModels: ModelCatalog = new EmptyCatalog();

function aClosedModel(id: string, shutdownOn: string | null): CatalogModel {
  return {
    ...{ id, aliases: [], developer: 'OpenAI', host: 'openai', openness: 'closed', kind: 'chat' },
    ...{ modalitiesIn: ['text'], contextTokens: 128_000, outputTokensMax: null, parameters: null, shape: null },
    ...{ activeParameters: null, licence: null, licenceFamily: null, opennessClass: null, opennessSource: null },
    ...{ weightsRepository: null, releasedOn: '2024-05-13', supersededBy: [], note: null, prices: null },
    ...{ source: 'a page', observedOn: '2026-11-01', longPromptPrices: null, shutdownOn },
  };
}

/** Two closed models of one developer: `gpt-4` has ended, `gpt-4o` has no date; notices were 60 and 300 days. */
class TwoModelCatalog extends EmptyCatalog {
  private readonly ended = aClosedModel('gpt-4', '2026-10-23');
  private readonly living = aClosedModel('gpt-4o', null);
  override find = (id: string) => [this.ended, this.living].find((one) => one.id === id) ?? null;
  override all = () => [this.ended, this.living];
  override developerOf = (name: string) => (name.startsWith('gpt') ? 'OpenAI' : null);
  override attritionOf = () => ({
    ...{ perYear: 1, isLowerBound: true, countedFrom: '2025-01-01', countedUntil: '2026-01-01', source: 'a list' },
  });
  override noticesOf = (developer: string) => ({
    ...{ developer, noticeDays: [60, 300], p10Days: 84, promisedDays: null, medianLifeDays: 700 },
    ...{ retiredModels: 2, sources: ['a page'] },
  });
  override lifecycleOf = (id: string) => {
    const model = this.find(id);
    return model === null || model.shutdownOn === null
      ? null
      : {
          ...{ model: id, announcedOn: null, deprecatedOn: null, shutdownOn: model.shutdownOn },
          ...{ shutdownAt: Date.parse(`${model.shutdownOn}T00:00:00Z`), earliestShutdownOn: null, timeZone: 'UTC' },
          ...{ behaviour: 'error' as const, replacements: [], ruling: null, told: [], conflicts: [], formerEnds: [] },
        };
  };
}

export const twoModels: ModelCatalog = new TwoModelCatalog();

/** The room as its module wires it, over a real store and a clock that is moved by hand. */
export function lockInRooms(database: Database, options: { catalog: ModelCatalog; at: number }) {
  const clock = new FakeClock(options.at);
  const ids = new FakeIds();
  const stores = {
    exchanges: new SqlExchangeStore(database),
    traffic: new SqlTrafficStore(database),
    facts: new SqlFactStore(database),
    days: new SqlDayStore(database),
    status: new SqlLockInStatusStore(database),
    invoices: new SqlInvoiceStore(database),
    drills: new SqlDrillStore(database),
    documents: new SqlDocumentStore(database),
  };
  const profile = loadProfile(shippedProfile, allIndicators);
  const shelf = new ProfileShelf(profile);
  const rollUp = new RollUpTraffic(new SqlExchangeWalk(database), stores.traffic, clock);
  const gather = new GatherSources(
    rollUp,
    stores.traffic,
    stores.invoices,
    stores.drills,
    stores.documents,
    options.catalog,
  );
  const facts = new RecordFacts(stores.facts, clock, ids);
  const scores = new ScoreDay(stores.days, shelf);
  const asked = new AskedByHand();
  return {
    clock,
    ids,
    stores,
    profile,
    shelf,
    rollUp,
    facts,
    scores,
    declare: new DeclareFacts(facts, asked, clock),
    inputs: new LockInInputs(stores.invoices, stores.drills, stores.documents, asked, clock, ids),
    service: new LockInService(
      gather,
      new LearnFacts(facts, new KeptNowhere()),
      scores,
      stores.documents,
      stores.status,
      clock,
    ),
  };
}

export type LockInRooms = ReturnType<typeof lockInRooms>;
