// The questions of public benchmarks that the operator named, read once at the start: rows are looked through for them.

export class BenchmarkShelf {
  constructor(readonly texts: readonly string[]) {}
}
