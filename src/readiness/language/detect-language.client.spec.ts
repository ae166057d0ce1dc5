// The English recall runs on banking77, which is no part of the project: name the folder above it in OPENWARD_TEST_DATA.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeExample } from '../rows/example.js';
import { detectLanguage, makeLanguageSample } from './detect-language.client.js';

const file = join(process.env.OPENWARD_TEST_DATA ?? '', 'banking77', 'train.csv');
const isThere = process.env.OPENWARD_TEST_DATA !== undefined && existsSync(file);

const aRow = (place: number) =>
  makeExample(
    {
      kind: 'chat',
      messages: [
        { role: 'user', content: `Where is the parcel that I ordered ${place} days ago?` },
        { role: 'assistant', content: 'Ihr Paket ist heute Morgen in Hamburg angekommen.' },
      ],
    },
    { origin: 'import', originId: 'imp_1', line: place, declaredSplit: 'train' },
  );
const rows = Array.from({ length: 2000 }, (_one, place) => aRow(place));

describe('the language of a text', () => {
  it.each([
    ['The delivery did not arrive on the day that was promised to me.', 'en'],
    ['Die Lieferung ist nicht an dem Tag gekommen, der mir versprochen wurde.', 'de'],
    ['La livraison n’est pas arrivée le jour qui m’avait été promis.', 'fr'],
    ['El pedido no llegó el día que me habían prometido en la tienda.', 'es'],
    ['配達は約束された日に届きませんでした。', 'ja'],
    ['Доставка не пришла в тот день, который мне обещали.', 'ru'],
  ])('is told for %s', (text, language) => {
    expect(detectLanguage(text)).toBe(language);
  });

  it.each(['', 'ok', '12345 67890', '👍👍👍👍👍'])('is not told for "%s"', (text) => {
    expect(detectLanguage(text)).toBeNull();
  });
});

describe('the sample', () => {
  it('takes every row of a small set', () => {
    const sample = makeLanguageSample('salt', 2000);
    expect(rows.every((row) => sample(row, row.input) !== null)).toBe(true);
  });

  it('tells prompt and answer apart', () => {
    const sample = makeLanguageSample('salt', 1);
    expect(rows[0] && sample(rows[0], rows[0].input)).toEqual({ prompt: 'en', answer: 'de' });
  });

  it('takes about the promised share, by key and salt alone', () => {
    const taken = (salt: string, from: typeof rows) => {
      const sample = makeLanguageSample(salt, 40_000);
      return from.filter((row) => sample(row, row.input) !== null).map((row) => row.rowKey);
    };
    const once = taken('salt', rows);
    expect(once.length).toBeGreaterThan(400);
    expect(once.length).toBeLessThan(600);
    expect(taken('salt', [...rows].reverse()).reverse()).toEqual(once);
    expect(taken('pepper', rows)).not.toEqual(once);
  });
});

const onBanking = () => {
  it('calls English English in 99.9 of 100 rows that it tells, and tells nearly all', () => {
    const texts = readFileSync(file, 'utf8')
      .split('\n')
      .slice(1)
      .map((line) => line.replace(/,[A-Za-z_?]+\r?$/, ''))
      .filter((line) => line.trim() !== '');
    const told = texts.map(detectLanguage).filter((language) => language !== null);
    expect(told.filter((language) => language === 'en').length / told.length).toBeGreaterThanOrEqual(0.999);
    expect(told.length / texts.length).toBeGreaterThan(0.98);
  });
};

if (isThere) {
  describe('on banking77', onBanking);
} else {
  it('is left out on real questions: OPENWARD_TEST_DATA names no folder with banking77', () => {
    expect(isThere).toBe(false);
  });
}
