// The catalogue in memory: looked up on the path of every call, so it is put together once and again only when rows have
// come in, or a new day has begun in which other prices hold.
import type { Clock } from '../kernel/clock.js';
import { appliedRows } from './applied-rows.js';
import type { CatalogDocuments } from './catalog-documents.js';
import type { LoadCurve } from './compute/load-curve.js';
import { licenceByName, type ModelLicence } from './licences/model-licence.js';
import type { VendorTermsText } from './licences/read-licences.js';
import { type TermsQuestion, termsNamed, termsVersionAt } from './licences/terms-version.js';
import type { Lifecycle } from './lifecycle/lifecycle.js';
import { type Notices, noticeDaysOf, percentile, retiredLives } from './lifecycle/notices.js';
import { type CatalogModel, ModelCatalog } from './model-catalog.js';
import { type Attrition, type Developer, developerByName, plainModelName } from './models/developer-of.js';
import { supersededMonths } from './models/successors.js';
import { isExpired, type Override } from './overrides/override.js';
import { type PresentCatalog, presentCatalog } from './present-models.js';
import { type PriceQuestion, priceAt } from './prices/price-book.js';
import { type PriceIndex, type PriceIndexQuestion, priceIndex } from './prices/price-index.js';
import type { PriceRow } from './prices/price-row.js';
import type { CatalogRow } from './refresh/catalog-row.js';
import { utcDayOf } from './utc-day.js';

/** Rows that refreshes have brought; the same array until something is added. */
export interface RowsBrought {
  current(): readonly CatalogRow[];
}

export const nothingBrought: RowsBrought = { current: () => nothing };
const nothing: readonly CatalogRow[] = [];

interface Standing extends PresentCatalog {
  readonly day: string;
  readonly brought: readonly CatalogRow[];
  readonly byName: ReadonlyMap<string, CatalogModel>;
}

export interface CatalogParts {
  readonly documents: CatalogDocuments;
  readonly overrides: readonly Override[];
  readonly rows: RowsBrought;
  readonly clock: Clock;
}

const shortNotice = 0.1;
const tunedName = /^ft:/i;

export class StandingModelCatalog extends ModelCatalog {
  private standing: Standing | null = null;

  constructor(private readonly parts: CatalogParts) {
    super();
  }

  /** What shipped, for those who show it as it is. */
  get documents(): CatalogDocuments {
    return this.parts.documents;
  }

  find(id: string): CatalogModel | null {
    const { byName, tuned } = this.present();
    if (tunedName.test(id)) {
      const base = byName.get(plainModelName(id));
      return base === undefined ? null : (tuned.get(base.id) ?? null);
    }
    return byName.get(id.toLowerCase()) ?? null;
  }

  all(): readonly CatalogModel[] {
    return this.present().models;
  }

  pricesOf(id: string): readonly PriceRow[] {
    return this.present().rows.get(this.find(id)?.id ?? id) ?? [];
  }

  priceAt(question: PriceQuestion): PriceRow | null {
    return priceAt(this.pricesOf(question.model), {
      ...question,
      model: this.find(question.model)?.id ?? question.model,
    });
  }

  lifecycleOf(id: string): Lifecycle | null {
    return this.present().lifecycles.get(this.find(id)?.id ?? '') ?? null;
  }

  noticesOf(developer: string): Notices | null {
    const known = this.developerNamed(developer);
    if (known === null) {
      return null;
    }
    const notices = this.parts.documents.lifecycle.notices.filter((one) => one.developer === known.name);
    const noticeDays = noticeDaysOf(notices);
    const models = this.all().filter((one) => one.developer === known.name);
    const lives = retiredLives(models, utcDayOf(this.parts.clock.now()));
    return {
      developer: known.name,
      noticeDays,
      p10Days: percentile(noticeDays, shortNotice),
      promisedDays: known.promisedNoticeDays,
      medianLifeDays: percentile(lives, 1 / 2),
      retiredModels: lives.length,
      sources: [
        ...new Set([...notices.map(({ source }) => source), ...(known.promiseSource ? [known.promiseSource] : [])]),
      ],
    };
  }

  attritionOf(developer: string): Attrition | null {
    return this.developerNamed(developer)?.attrition ?? null;
  }

  developerOf(name: string): string | null {
    const known = this.find(name) ?? this.find(plainModelName(name));
    return known?.developer ?? developerByName(name, this.parts.documents.developers)?.name ?? null;
  }

  supersededMonthsOf(id: string): number | null {
    const model = this.find(id);
    return model === null ? null : supersededMonths(model, (one) => this.find(one), this.parts.clock.now());
  }

  licenceOf(id: string): ModelLicence | null {
    const model = this.find(id);
    const { licences } = this.parts.documents;
    if (model === null) {
      return licenceByName(id, licences);
    }
    return licences.find(({ family }) => family === model.licenceFamily) ?? null;
  }

  termsVersionAt(question: TermsQuestion): string | null {
    return termsVersionAt(question, this.parts.documents.vendorTerms);
  }

  termsNamed(version: string): VendorTermsText | null {
    return termsNamed(version, this.parts.documents.vendorTerms);
  }

  priceIndex(question: PriceIndexQuestion): PriceIndex | null {
    const mix = question.mix.map((line) => ({ ...line, model: this.find(line.model)?.id ?? line.model }));
    const rows = [...new Set(mix.map(({ model }) => model))].flatMap((model) => this.pricesOf(model));
    return priceIndex(rows, { ...question, mix });
  }

  /** Curves of throughput by load; the operator's own stands in the place of a shipped one of the same model and machine. */
  loadCurves(): readonly LoadCurve[] {
    const own = this.overrides('standing').flatMap(({ change }) => (change.kind === 'curve' ? [change.curve] : []));
    const keyOf = ({ model, precision, gpu, gpus }: LoadCurve) => [model, precision, gpu, gpus].join('|');
    const ownKeys = new Set(own.map(keyOf));
    return [...this.parts.documents.loadCurves.filter((curve) => !ownKeys.has(keyOf(curve))), ...own];
  }

  /** What the operator says: what rules now, or what has run out and waits to be taken away. */
  overrides(which: 'standing' | 'expired'): readonly Override[] {
    const now = this.parts.clock.now();
    return this.parts.overrides.filter((one) => isExpired(one, now) === (which === 'expired'));
  }

  private developerNamed(name: string): Developer | null {
    const lower = name.toLowerCase();
    return this.parts.documents.developers.find((one) => one.name.toLowerCase() === lower) ?? null;
  }

  private present(): Standing {
    const now = this.parts.clock.now();
    const day = utcDayOf(now);
    const brought = this.parts.rows.current();
    if (this.standing === null || this.standing.day !== day || this.standing.brought !== brought) {
      this.standing = this.putTogether({ now, day, brought });
    }
    return this.standing;
  }

  private putTogether({ now, day, brought }: { now: number; day: string; brought: readonly CatalogRow[] }): Standing {
    const { documents, overrides } = this.parts;
    const ids = new Map(
      documents.models.flatMap(({ id, aliases }) => [id, ...aliases].map((name) => [name.toLowerCase(), id] as const)),
    );
    const idOf = (name: string) => ids.get(name.toLowerCase()) ?? ids.get(plainModelName(name)) ?? null;
    const present = presentCatalog({ documents, overrides, applied: appliedRows(brought, idOf) }, now);
    const byName = new Map(
      present.models.flatMap((model) =>
        [model.id, ...model.aliases].map((name) => [name.toLowerCase(), model] as const),
      ),
    );
    return { ...present, day, brought, byName };
  }
}
