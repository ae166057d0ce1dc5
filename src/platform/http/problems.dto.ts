export class ProblemTypeResponse {
  /** @example '/problems/stale-version' */
  type: string;
  /** @example 412 */
  status: number;
  title: string;
  /** What a caller should do. */
  advice: string;
}

export class ProblemListResponse {
  problems: ProblemTypeResponse[];
}
