// What the guard makes of a price file's own past. On generated pasts always; on seventeen months of a public file where
// `catalog/` lies in the directory that OPENWARD_TEST_DATA names.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { aCatalogRow, aReading, aToldOffer, inputPrice, outputPrice } from '../../../test/builders/a-reading.js';
import { PriceHistory, type PriceHistoryRow } from '../../../test/builders/price-history.js';
import { isRefusal } from '../../kernel/refusal.js';
import { type CatalogRow, offerKey, priceNameOf, sourceRanks } from './catalog-row.js';
import { type JudgedChange, judgeReading } from './judge-reading.js';
import { listConflicts } from './list-conflicts.js';
import { heldValue, presentCatalog } from './present-catalog.js';
import { nothingIsFreeByMistake } from './quarantine/nothing-is-free-by-mistake.js';
import { priceDoesNotJump } from './quarantine/price-does-not-jump.js';
import { litellmReader } from './readers/read-litellm-file.js';
import { modelsDevReader } from './readers/read-models-dev-catalogue.js';
import type { CatalogReader } from './readers/reader.js';
import type { Reading, ToldOffer } from './reading.js';

const directory = join(process.env.OPENWARD_TEST_DATA ?? '', 'catalog');
const historyFile = join(directory, 'litellm_price_history_2025-02-06_2026-07-24.csv');
const isThere = process.env.OPENWARD_TEST_DATA !== undefined && existsSync(historyFile);

interface Replayed {
  readonly rows: readonly CatalogRow[];
  readonly applied: number;
  readonly quarantined: number;
  readonly heldRefreshes: number;
}

/** Clean changes are let in, held ones only where `approve` says so. */
function replay(readings: Iterable<Reading>, approve: (change: JudgedChange) => boolean): Replayed {
  const rows: CatalogRow[] = [];
  const counts = { applied: 0, quarantined: 0, heldRefreshes: 0 };
  let previous: Reading | null = null;
  for (const reading of readings) {
    const present = presentCatalog(rows);
    const readingsBefore: readonly Reading[] = previous === null ? [] : [previous];
    const { changes, hold } = judgeReading({ present, reading, readings: readingsBefore, namesInUse: new Set() });
    counts.heldRefreshes += hold === null ? 0 : 1;
    for (const change of changes) {
      const isClean = change.findings.length === 0;
      counts.quarantined += isClean ? 0 : 1;
      if (isClean || previous === null || approve(change)) {
        counts.applied += 1;
        const of = { ...change.offer, observedAt: reading.observedAt };
        rows.push(...change.fields.map(({ field, after }) => aCatalogRow({ ...of, field, value: after })));
      }
    }
    previous = reading;
  }
  return { rows, ...counts };
}

const nobody = () => false;

describe('a past in which a model seems free for a while', () => {
  const day = (number: number, offer: ToldOffer) => aReading([offer], { observedAt: Date.UTC(2026, 0, number) });
  const priced = aToldOffer('flash', { [inputPrice]: '0.075', [outputPrice]: '0.3', contextTokens: '1048576' });
  const free = aToldOffer('flash', { [inputPrice]: '0.075', [outputPrice]: '0', contextTokens: '8192' });

  it('never makes it free, and forgets the error when the file does', () => {
    const { rows, quarantined } = replay([day(1, priced), day(2, free), day(3, priced)], nobody);
    expect(rows.filter((row) => row.field === outputPrice).map((row) => row.value)).toEqual(['0.3']);
    expect(quarantined).toBe(1);
  });

  it('keeps what was known before when a price is corrected', () => {
    const dearer = aToldOffer('flash', { ...priced.values, [outputPrice]: '0.4' });
    const { rows } = replay([day(1, priced), day(2, dearer)], nobody);
    const known = (at: number) => presentCatalog(rows.filter((row) => row.observedAt <= at)).get(offerKey(priced));
    expect(heldValue(known(Date.UTC(2026, 0, 1)), outputPrice)).toBe('0.3');
    expect(heldValue(known(Date.UTC(2026, 0, 2)), outputPrice)).toBe('0.4');
  });
});

if (isThere) {
  const history = () => new PriceHistory(parse(readFileSync(historyFile), { columns: true }) as PriceHistoryRow[]);

  describe('seventeen months of a public price file', () => {
    it('finds exactly the changes of input and output prices that are marked as jumps and zeros', () => {
      const marked = new Map<string, number>();
      for (const { change, guard } of history().changesOfTokenPrices()) {
        const scene = { reading: aReading([]), after: new Map(), isInUse: false, toldElsewhere: () => [] };
        const jumps = priceDoesNotJump.find(change, scene).length > 0;
        const zero = nothingIsFreeByMistake.find(change, scene).length > 0;
        const found = zero ? 'zero' : jumps ? 'quarantine' : 'ok';
        expect([guard, found]).toEqual([guard, guard]);
        marked.set(found, (marked.get(found) ?? 0) + 1);
      }
      expect(Object.fromEntries(marked)).toEqual({ ok: 207, quarantine: 301, zero: 15 });
    });

    it('lets nothing become free, Gemini 1.5 Flash least of all', () => {
      const { rows } = replay(history().readings(), nobody);
      const flash = rows.filter((row) => row.model === 'gemini-1.5-flash' && row.host === 'google');
      expect(flash.filter((row) => row.field === outputPrice).map((row) => row.value)).toEqual(['0.3']);
      const first = rows[0]?.observedAt ?? 0;
      const becameFree = rows.filter((row) => row.observedAt > first && priceNameOf(row.field) && row.value === '0');
      expect(becameFree).toEqual([]);
    });

    it('lets a real cut to a fifth pass by one approval', () => {
      const approved: JudgedChange[] = [];
      const { rows } = replay(history().readings(), (change) => {
        const isReal = change.offer.model === 'o3' && change.offer.host === 'openai' && change.kind === 'changed';
        approved.push(...(isReal ? [change] : []));
        return isReal;
      });
      expect(approved).toHaveLength(1);
      expect(approved[0]?.fields.map(({ before, after }) => [before, after])).toEqual([
        ['10', '2'],
        ['40', '8'],
        ['2.5', '0.5'],
      ]);
      const present = presentCatalog(rows).get(offerKey({ host: 'openai', region: null, model: 'o3' }));
      expect([heldValue(present, inputPrice), heldValue(present, outputPrice)]).toEqual(['2', '8']);
    });
  });

  describe('the public catalogues as they are', () => {
    const readingOf = (reader: CatalogReader, file: string) => {
      const read = reader.read(readFileSync(join(directory, file), 'utf8'));
      if (isRefusal(read)) {
        throw new Error(read.detail);
      }
      return aReading(read.offers, { kind: reader.kind, source: reader.kind });
    };

    it('show that gpt-4-0613 has two ends, and keep the better one', () => {
      const litellm = readingOf(litellmReader, 'litellm_model_prices_2026-07-24.json');
      const page = { source: "the provider's page", rank: sourceRanks.providerPage, observedAt: 0 };
      const offer = { host: 'openai', region: null, model: 'gpt-4-0613' };
      const present = presentCatalog([aCatalogRow({ ...offer, ...page, field: 'shutdownOn', value: '2026-10-23' })]);
      const { changes, conflicts } = judgeReading({ present, reading: litellm, readings: [], namesInUse: new Set() });
      expect(conflicts).toEqual([
        {
          offer,
          field: 'shutdownOn',
          held: '2026-10-23',
          heldSource: page.source,
          told: '2025-06-06',
          toldBy: 'litellm',
        },
      ]);
      const change = changes.find((one) => one.offer.model === 'gpt-4-0613' && one.offer.host === 'openai');
      expect(change?.findings.map(({ rule }) => rule)).toEqual(['date-does-not-move-earlier', 'better-source-agrees']);
      expect(listConflicts(present, [litellm], 'GPT-4-0613')).toMatchObject([{ told: [{ value: '2025-06-06' }] }]);
    });

    it('are read whole, and no price of them passes through a float', () => {
      const [litellm, modelsDev] = [
        readingOf(litellmReader, 'litellm_model_prices_2026-07-24.json'),
        readingOf(modelsDevReader, 'modelsdev_catalog_2026-07-02.json'),
      ];
      expect(litellm.offers.length).toBeGreaterThan(2900);
      expect(modelsDev.offers).toHaveLength(5276);
      const priceOf = ({ offers }: Reading, host: string, model: string) =>
        offers.find((one) => one.host === host && one.model === model)?.values ?? {};
      for (const reading of [litellm, modelsDev]) {
        expect(priceOf(reading, 'google', 'gemini-2.5-pro')).toMatchObject({
          [inputPrice]: '1.25',
          'price/standard/output/above-200000': '15',
          'price/standard/cachedInput/above-200000': '0.25',
        });
      }
    });
  });
} else {
  it('replays no public past: OPENWARD_TEST_DATA names no directory that holds catalog/', () => {
    expect(isThere).toBe(false);
  });
}
