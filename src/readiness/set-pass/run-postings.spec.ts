import { noRun, RunPostings } from './run-postings.js';

/** Hashes below 2^53, some of which share their lower 32 bits: they are looked for in the same slots. */
const hashOf = (run: number) => (run % 7) * 2 ** 32 + run * 4096;

function placesOf(postings: RunPostings, hash: number): string[] {
  const places: string[] = [];
  postings.each(postings.find(hash), (text, word) => places.push(`${text}:${word}`));
  return places;
}

describe('the postings of runs', () => {
  it('know no run before one was put', () => {
    const postings = new RunPostings();
    expect(postings.find(17)).toBe(noRun);
    expect(postings.countOf(noRun)).toBe(0);
    expect(placesOf(postings, 17)).toEqual([]);
  });

  it('tell each place of a run, in the order in which they were put', () => {
    const postings = new RunPostings();
    const put = [
      [5, 3, 0],
      [8, 3, 1],
      [5, 1, 9],
      [5, 3, 0],
    ] as const;
    for (const [hash, text, word] of put) {
      postings.add(hash, text, word);
    }
    expect(placesOf(postings, 5)).toEqual(['3:0', '1:9', '3:0']);
    expect(placesOf(postings, 8)).toEqual(['3:1']);
    expect(postings.countOf(postings.find(5))).toBe(3);
    expect(postings.find(6)).toBe(noRun);
  });

  it('give each run a number of its own, in the order in which runs first came', () => {
    const postings = new RunPostings();
    for (const hash of [90, 20, 90, 50]) {
      postings.add(hash, 0, 0);
    }
    expect([90, 20, 50].map((hash) => postings.find(hash))).toEqual([0, 1, 2]);
  });

  it.each([
    ['differ in their upper bits alone', [7, 7 + 2 ** 32, 7 + 2 ** 52]],
    ['are as small and as large as there are', [0, Number.MAX_SAFE_INTEGER]],
  ])('keep hashes apart that %s', (_how, hashes) => {
    const postings = new RunPostings();
    for (const [text, hash] of hashes.entries()) {
      postings.add(hash, text, text + 1);
    }
    expect(hashes.map((hash) => placesOf(postings, hash))).toEqual(hashes.map((_, text) => [`${text}:${text + 1}`]));
    expect(postings.find((hashes[0] ?? 0) + 2 ** 40)).toBe(noRun);
  });

  it('lose nothing when there are more runs and places than there was room for', () => {
    const postings = new RunPostings();
    const known = new Map<number, string[]>();
    for (let put = 0; put < 30_000; put += 1) {
      const hash = hashOf(put % 9_001);
      const [text, word] = [put % 311, put % 97];
      postings.add(hash, text, word);
      known.set(hash, [...(known.get(hash) ?? []), `${text}:${word}`]);
    }
    const wrong = [...known].filter(([hash, places]) => placesOf(postings, hash).join() !== places.join());
    expect([known.size, wrong]).toEqual([9_001, []]);
    expect(postings.find(hashOf(9_001))).toBe(noRun);
  });
});
