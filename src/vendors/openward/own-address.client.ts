import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { OwnAddress } from './own-address.js';

const tokenBytes = 32;

const everyAddress: readonly string[] = ['0.0.0.0', '::', 'localhost'];

/** The door of this process: by loopback where it listens there, else by the one address on which it does. */
@Injectable()
export class ProcessOwnAddress extends OwnAddress {
  private readonly token = `owi_${randomBytes(tokenBytes).toString('hex')}`;
  private address: string | null = null;

  baseUrl(): string | null {
    return this.address;
  }

  internalToken(): string {
    return this.token;
  }

  set(port: number, host = '127.0.0.1'): void {
    const reachable = everyAddress.includes(host) ? '127.0.0.1' : host;
    this.address = `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`;
  }
}
