// Where is the tokenizer.json of a model? In one folder that the configuration names, under the model's name as vendors
// call it (`Qwen/Qwen3-8B/tokenizer.json`) or under the last part of it. A file is tried before a thread is told of it.
import { statSync } from 'node:fs';
import { join } from 'node:path';
import { Injectable } from '@nestjs/common';
import { Configuration } from '../../platform/config/configuration.dto.js';
import { Log } from '../../platform/telemetry/log.client.js';
import { TokeniserFiles } from './tokeniser-files.js';
import { SuppliedTokeniser } from './tokenisers/supplied.client.js';

const fileName = 'tokenizer.json';
/** Names become paths: parts that would lead out of the folder are no names. */
const namePart = /^[\w][\w.-]{0,95}$/;
const probe = 'Where is my card?';

/** @param folder null: none is configured @returns null where there is no such file */
export function suppliedTokeniserFile(folder: string | null, model: string): string | null {
  const parts = model.split('/');
  if (folder === null || !parts.every((part) => namePart.test(part))) {
    return null;
  }
  const places = [join(folder, ...parts, fileName), join(folder, parts.at(-1) ?? '', fileName)];
  return places.find((path) => statSync(path, { throwIfNoEntry: false })?.isFile() === true) ?? null;
}

/** Why the file cannot be used; null: it counts. */
export function faultOfTokeniser(path: string): string | null {
  try {
    return SuppliedTokeniser.open(path).count(probe) > 0 ? null : `${path} gives no tokens for a plain sentence`;
  } catch (error) {
    return `${path} cannot be used: ${error instanceof Error ? error.message : String(error)}`;
  }
}

@Injectable()
export class FolderTokeniserFiles extends TokeniserFiles {
  /** Each version of a file is tried once: it is read whole for it. */
  private readonly tried = new Map<string, string | null>();

  constructor(
    private readonly configuration: Configuration,
    private readonly log: Log,
  ) {
    super();
  }

  fileOf(model: string): string | null {
    const path = suppliedTokeniserFile(this.configuration.readiness.tokenisersDirectory, model);
    return path === null || this.faultOf(path) !== null ? null : path;
  }

  private faultOf(path: string): string | null {
    const { mtimeMs, size } = statSync(path);
    const version = `${path} ${mtimeMs} ${size}`;
    const known = this.tried.get(version);
    if (known !== undefined) {
      return known;
    }
    const fault = faultOfTokeniser(path);
    this.tried.set(version, fault);
    if (fault !== null) {
      this.log.error({ path }, `${fault}; rows of that model are bounded by their bytes`);
    }
    return fault;
  }
}
