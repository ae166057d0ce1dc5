import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OwnAddress } from './own-address.js';

const tokenBytes = 32;

/** The door of this process, by loopback: whatever address the world sees, the process reaches itself without it. */
@Injectable()
export class ProcessOwnAddress extends OwnAddress {
  private readonly token = `owi_${randomBytes(tokenBytes).toString('hex')}`;
  private port: number | null = null;

  baseUrl(): string | null {
    return this.port === null ? null : `http://127.0.0.1:${this.port}`;
  }

  internalToken(): string {
    return this.token;
  }

  set(port: number): void {
    this.port = port;
  }
}
