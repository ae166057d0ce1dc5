// Where the SQL of two engines differs: nothing else of the set pass knows which engine runs it.

export interface Dialect {
  readonly name: 'duckdb' | 'spark';
  /** Sixteen bytes or the same as text: enough to tell hex digests apart, and their order is the order of the digests. */
  key(column: string): string;
  /** Lower-case hex SHA-256 of a text. */
  sha256(text: string): string;
  text(expression: string): string;
  /** One row for each word of a text. */
  eachWord(column: string): string;
  /** One row for each run of words of a text: a struct of `word`, its first word counted from 0, and `run`. */
  eachRun(column: string, runWords: number): string;
  /** One row for each of so many whole numbers from the one given on. */
  eachFrom(first: string, count: number): string;
  /** Puts the result of a query under a name for the statements that follow. */
  keep(name: string, query: string): string;
}

export const duckdb: Dialect = {
  name: 'duckdb',
  key: (column) => `CAST(substr(${column}, 1, 32) AS UUID)`,
  sha256: (text) => `sha256(${text})`,
  text: (expression) => `CAST(${expression} AS VARCHAR)`,
  eachWord: (column) => `unnest(string_split(${column}, ' '))`,
  eachRun: (column, runWords) =>
    `unnest(list_transform(range(0, len(string_split(${column}, ' ')) - ${runWords - 1}), lambda i: {'word': i, 'run': array_to_string(string_split(${column}, ' ')[i + 1:i + ${runWords}], ' ')}))`,
  eachFrom: (first, count) => `unnest(range(${first}, ${first} + ${count}))`,
  keep: (name, query) => `CREATE OR REPLACE TABLE ${name} AS ${query}`,
};

export const spark: Dialect = {
  name: 'spark',
  key: (column) => `substr(${column}, 1, 32)`,
  sha256: (text) => `sha2(${text}, 256)`,
  text: (expression) => `CAST(${expression} AS STRING)`,
  eachWord: (column) => `explode(split(${column}, ' '))`,
  eachRun: (column, runWords) =>
    `explode(transform(CASE WHEN size(split(${column}, ' ')) < ${runWords} THEN CAST(array() AS ARRAY<INT>) ELSE sequence(0, size(split(${column}, ' ')) - ${runWords}) END, i -> named_struct('word', i, 'run', array_join(slice(split(${column}, ' '), i + 1, ${runWords}), ' '))))`,
  eachFrom: (first, count) => `explode(sequence(${first}, ${first} + ${count - 1}))`,
  keep: (name, query) => `CACHE TABLE ${name} AS ${query}`,
};
