// JSON lines on standard output. Levels mean something: error = a human must act now; warn = look at it today;
// info = what happened. A refused command is info. Secrets are redacted by key, whatever object they hang on.
import pino from 'pino';

type Fields = Record<string, unknown>;

const secretKeys = ['authorization', 'apiKey', 'token', 'secret', 'password', 'cookie', 'x-api-key'];

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

export class Log {
  private readonly pino: pino.Logger;

  constructor(level: LogLevel, destination?: pino.DestinationStream) {
    const paths = secretKeys.flatMap((key) => {
      const quoted = key.includes('-') ? `["${key}"]` : key;
      const nested = key.includes('-') ? `*["${key}"]` : `*.${key}`;
      return [quoted, nested];
    });
    const options: pino.LoggerOptions = {
      level,
      base: { service: 'openward' },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      redact: { paths, censor: '[redacted]' },
    };
    this.pino = destination === undefined ? pino(options) : pino(options, destination);
  }

  debug(fields: Fields, words: string): void {
    this.pino.debug(fields, words);
  }

  info(fields: Fields, words: string): void {
    this.pino.info(fields, words);
  }

  warn(fields: Fields, words: string): void {
    this.pino.warn(fields, words);
  }

  error(fields: Fields, words: string): void {
    this.pino.error(fields, words);
  }
}
