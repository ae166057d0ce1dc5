// Llama 2's vocabulary as tables of numbers, made of what the package holds as texts. The build writes them once: to
// read them takes 20 ms and 1.4 MB, to load the package 70 to 80 ms and 8.5 MB.

/** What the package knows, which is all that the tables are made of. */
export interface Llama2Texts {
  readonly vocabByString: ReadonlyMap<string, number>;
  /** By both tokens with a space between: the order in which the pair was learnt. */
  readonly merges: ReadonlyMap<string, number>;
}

export interface Llama2Tables {
  /** The token of each character that has one; a space is written as ▁. */
  readonly idByCharacter: Readonly<Record<string, number>>;
  /** What `PairMerges` takes, two bytes a number, the low one first. */
  readonly pairsInBase64: string;
}

export function llama2Tables({ vocabByString, merges }: Llama2Texts): Llama2Tables {
  const idOf = (token: string): number => {
    const id = vocabByString.get(token);
    if (id === undefined) {
      throw new RangeError(`tokens are joined to "${token}", which is none`);
    }
    return id;
  };
  const inOrder = [...merges].sort(([, one], [, other]) => one - other);
  const pairs = inOrder.flatMap(([pair]) => {
    const [left = '', right = ''] = pair.split(' ');
    return [idOf(left), idOf(right), idOf(left + right)];
  });
  const bytes = Buffer.alloc(pairs.length * 2);
  for (const [at, number] of pairs.entries()) {
    bytes.writeUInt16LE(number, at * 2);
  }
  return {
    idByCharacter: Object.fromEntries([...vocabByString].filter(([token]) => [...token].length === 1)),
    pairsInBase64: bytes.toString('base64'),
  };
}

/** @returns what `PairMerges` takes */
export function pairsOf({ pairsInBase64 }: Llama2Tables): Uint16Array {
  const bytes = Buffer.from(pairsInBase64, 'base64');
  return Uint16Array.from({ length: bytes.length / 2 }, (_, at) => bytes.readUInt16LE(at * 2));
}
