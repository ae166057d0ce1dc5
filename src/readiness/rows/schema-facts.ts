// Do calls and answers keep the form that was promised for them? Validated once for each row.

export interface SchemaFacts {
  /** Calls whose tool declares a schema. */
  readonly callsChecked: number;
  readonly callsFaulty: number;
  /** The answer was to be JSON: whether it parses. Null: it was not to be. */
  readonly answerParses: boolean | null;
  /** The answer was to follow a schema: whether it does. Null: there is none. */
  readonly answerFollows: boolean | null;
}

export const noSchema: SchemaFacts = { callsChecked: 0, callsFaulty: 0, answerParses: null, answerFollows: null };
