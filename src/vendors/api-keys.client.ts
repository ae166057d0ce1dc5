// Reads a vendor's key from where its reference says. Keys are read anew every few seconds, so that a rotated one is
// used without a restart; they are kept in memory only and never logged.
import { readFile } from 'node:fs/promises';
import { resolve, sep } from 'node:path';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../kernel/clock.js';
import { Configuration } from '../platform/config/configuration.dto.js';
import { type ApiKeyRef, parseApiKeyRef } from './api-key-ref.js';

const freshMs = 5000;
const keyLengthMax = 4096;
/** One line of visible ASCII: what a header can carry. Anything else in the file is not a key. */
const keyForm = /^[\x21-\x7e]+$/;

interface Read {
  readonly key: string | null;
  readonly freshUntil: number;
}

@Injectable()
export class ApiKeys {
  private readonly known = new Map<string, Read>();
  private readonly ownFolder: string;

  constructor(
    @Inject(Clock) private readonly clock: Clock,
    @Inject(Configuration) configuration: Pick<Configuration, 'dataDirectory'>,
  ) {
    this.ownFolder = resolve(configuration.dataDirectory);
  }

  /** Null when there is no such key, when it is no key by its form, or when it is one of Openward's own secrets. */
  async read(reference: string): Promise<string | null> {
    const now = this.clock.now();
    const known = this.known.get(reference);
    if (known !== undefined && known.freshUntil > now) {
      return known.key;
    }
    const parsed = parseApiKeyRef(reference);
    const text = parsed === null ? null : await this.textOf(parsed);
    const key = text !== null && text.length <= keyLengthMax && keyForm.test(text) ? text : null;
    this.known.set(reference, { key, freshUntil: now + freshMs });
    return key;
  }

  private async textOf(reference: ApiKeyRef): Promise<string | null> {
    if (reference.kind === 'env') {
      return process.env[reference.name]?.trim() ?? null;
    }
    const path = resolve(reference.path);
    if (path === this.ownFolder || path.startsWith(`${this.ownFolder}${sep}`)) {
      return null;
    }
    try {
      return (await readFile(path, 'utf8')).trim();
    } catch {
      return null;
    }
  }
}
