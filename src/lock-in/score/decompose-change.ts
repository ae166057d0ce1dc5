// Why did the score move? In three parts that add up: facts changed, facts aged, the profile or the model of scoring
// changed. The old facts are scored again at the new time, and again under the new profile: nobody has to guess.

export interface ScoreParts {
  /** Old facts, old time, old profile: the score of the day before, as it was stored. */
  readonly before: number;
  /** Old facts, new time, old profile. */
  readonly aged: number;
  /** Old facts, new time, new profile. */
  readonly reweighed: number;
  /** New facts, new time, new profile. */
  readonly after: number;
}

export interface ChangeParts {
  readonly total: number;
  readonly byFacts: number;
  readonly byAgeing: number;
  readonly byProfile: number;
}

export function decomposeChange({ before, aged, reweighed, after }: ScoreParts): ChangeParts {
  return { total: after - before, byFacts: after - reweighed, byAgeing: aged - before, byProfile: reweighed - aged };
}
