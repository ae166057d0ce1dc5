// Which models have a tokenizer.json that the operator supplied?

export abstract class TokeniserFiles {
  /** Path of a file that describes a tokeniser; null where none was supplied for the model, or the one there is broken. */
  abstract fileOf(model: string): string | null;
}
