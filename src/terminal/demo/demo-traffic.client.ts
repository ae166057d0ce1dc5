// The demo's application: it calls the gateway as it would call its vendor, plain and streamed, as different customers.
import type { Caller } from '../openward-api.client.js';

const callsAtOnce = 6;

export interface TrafficSeen {
  readonly calls: number;
  readonly failed: number;
  /** By the arm that the gateway says has answered. */
  readonly byArm: Readonly<Record<string, number>>;
}

export class DemoTraffic {
  private next = 0;

  constructor(
    private readonly app: Caller,
    private readonly texts: readonly string[],
    private readonly model: string,
  ) {}

  /** Sends `count` calls, every third one streamed. */
  async send(projectId: string, count: number): Promise<TrafficSeen> {
    const byArm: Record<string, number> = {};
    let failed = 0;
    let sent = 0;
    const lane = async () => {
      while (sent < count) {
        sent += 1;
        const response = await this.ask(projectId);
        await response.arrayBuffer();
        const arm = response.headers.get('x-openward-arm') ?? 'unknown';
        byArm[arm] = (byArm[arm] ?? 0) + 1;
        failed += response.ok ? 0 : 1;
      }
    };
    await Promise.all(Array.from({ length: callsAtOnce }, lane));
    return { calls: count, failed, byArm };
  }

  private ask(projectId: string): Promise<Response> {
    const at = this.next;
    this.next += 1;
    const content = this.texts[at % this.texts.length] ?? '';
    const body = { model: this.model, messages: [{ role: 'user', content }], ...(at % 3 === 2 && { stream: true }) };
    return this.app.respond(`/p/${projectId}/v1/chat/completions`, {
      body,
      headers: { 'x-openward-unit': `customer-${at}` },
    });
  }
}
