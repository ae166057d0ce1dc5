// What the framework itself has to say, in our form: its chatter about mapped routes is for debugging only.
import type { LoggerService } from '@nestjs/common';
import type { Log } from './log.client.js';

export class FrameworkLog implements LoggerService {
  constructor(private readonly target: Log) {}

  log(message: unknown, ...context: unknown[]): void {
    this.target.debug({ context }, String(message));
  }

  debug(message: unknown, ...context: unknown[]): void {
    this.target.debug({ context }, String(message));
  }

  verbose(message: unknown, ...context: unknown[]): void {
    this.target.debug({ context }, String(message));
  }

  warn(message: unknown, ...context: unknown[]): void {
    this.target.warn({ context }, String(message));
  }

  error(message: unknown, ...context: unknown[]): void {
    this.target.error({ context }, String(message));
  }
}
