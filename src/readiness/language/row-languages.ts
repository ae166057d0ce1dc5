// Which languages does a row speak? ISO 639-1 codes; null: too short or too mixed to tell.

export interface RowLanguages {
  readonly prompt: string | null;
  readonly answer: string | null;
}
