export class HealthResponse {
  /** ok, not-ready or draining. @example 'ok' */
  status: string;
  /** ok or unreachable; null where it was not asked. @example 'ok' */
  store: string | null;
}
