// One HTTP call with nothing between the test and the wire: no retries, no decoding, a connection of its own.
import { request as httpRequest, type IncomingMessage } from 'node:http';

export interface RawCall {
  readonly url: string;
  readonly path?: string;
  readonly method?: string;
  readonly body?: string;
  readonly headers?: Record<string, string>;
}

export interface Heard {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
  /** The answer ended as it should; false when the connection broke in the middle of it. */
  readonly isWhole: boolean;
}

export function rawCall({ url, method = 'POST', body = '', headers = {} }: RawCall): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest(url, { method, headers, agent: false }, (answer) => {
      const chunks: Buffer[] = [];
      const finish = (isWhole: boolean) =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(chunks), isWhole });
      answer.on('data', (chunk: Buffer) => chunks.push(chunk));
      answer.on('end', () => finish(true));
      answer.on('error', () => finish(false));
    });
    sent.on('error', reject);
    sent.end(body);
  });
}
