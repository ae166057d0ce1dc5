export class AskedReadinessResponse {
  /** @example 'rdy_01kc0000000000000000000000' */
  reportId: string;
  /** measured or measuring. @example 'measured' */
  state: string;
  /** pass, warn, fail, inconclusive or error; null while measuring. @example 'pass' */
  verdict: string | null;
  /** @example 10003 */
  usableTrainRows: number | null;
  /** @example 3080 */
  holdoutRows: number | null;
}
