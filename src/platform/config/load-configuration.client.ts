// Reads the layers of the configuration: the defaults that ship with Openward, the operator's file, the environment.
// The only file that reads `process.env`. A fault never stops the reading: all are listed, then the process ends.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse, stringify } from 'yaml';
import { checkConfiguration } from './check-configuration.dto.js';
import { Configuration, sections } from './configuration.dto.js';
import {
  describeFault,
  environmentNames,
  overlay,
  type Setting,
  settingsOf,
  shownValue,
  valueFromText,
} from './setting.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/** The exit code that sysexits.h gives to a faulty configuration. */
export const configurationExitCode = 78;

const home = fileURLToPath(new URL('../../../', import.meta.url));
const defaultsFile = 'config/default.yaml';
const ownFileVariable = 'OPENWARD_CONFIG_FILE';

/** Everything that is wrong with the configuration, one sentence each. */
export class ConfigurationError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(
      `the configuration has ${faults.length === 1 ? 'a fault' : `${faults.length} faults`}:\n${faults.join('\n')}`,
    );
  }
}

export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** The effective settings with their origins, for `printConfiguration`. */
  readonly settings: readonly Setting[];
}

class Reader {
  readonly faults: string[] = [];

  constructor(private readonly environment: Environment) {}

  file(path: string, shownAs: string): unknown {
    try {
      return parse(readFileSync(path, 'utf8'));
    } catch (error) {
      this.faults.push(`${shownAs}: cannot be read: ${error instanceof Error ? error.message : 'unknown reason'}`);
      return undefined;
    }
  }

  /** The text of a variable, or of the file that its `_FILE` twin names. An empty variable is as good as absent. */
  variable(name: string): { text: string; origin: string } | null {
    const direct = this.environment[name] ?? '';
    const file = this.environment[`${name}_FILE`] ?? '';
    if (direct !== '' && file !== '') {
      this.faults.push(`${name} and ${name}_FILE are both set: keep one`);
      return null;
    }
    if (direct !== '') {
      return { text: direct, origin: `the environment (${name})` };
    }
    return file === '' ? null : this.mounted(file, `${name}_FILE`);
  }

  private mounted(file: string, name: string): { text: string; origin: string } | null {
    try {
      return { text: readFileSync(file, 'utf8').trimEnd(), origin: `the file that ${name} names` };
    } catch (error) {
      this.faults.push(`${name}: cannot be read: ${error instanceof Error ? error.message : 'unknown reason'}`);
      return null;
    }
  }
}

function fromEnvironment(reader: Reader, defaults: readonly Setting[]): Setting[] {
  return defaults.flatMap(({ path, value }) => {
    const found = environmentNames(path).flatMap((name) => reader.variable(name) ?? []);
    const [first, second] = found;
    if (first !== undefined && second !== undefined && first.text !== second.text) {
      reader.faults.push(`${path}: set differently by ${first.origin} and by ${second.origin}: keep one`);
    }
    return first === undefined
      ? []
      : [{ path, value: valueFromText(first.text, value), layer: 'env' as const, origin: first.origin }];
  });
}

/** Variables that name one of our sections and yet none of its keys: misspelt, and silently without effect otherwise. */
function misspeltVariables(environment: Environment, defaults: readonly Setting[]): string[] {
  const names = defaults.flatMap(({ path }) => environmentNames(path)).flatMap((name) => [name, `${name}_FILE`]);
  const ours = Object.keys(sections).map((name) => `OPENWARD_${name.toUpperCase()}_`);
  return Object.keys(environment)
    .filter((name) => ours.some((prefix) => name.startsWith(prefix)) && !names.includes(name))
    .map((name) => `${name}: names no setting of Openward`);
}

/** Folders that ship with Openward stand beside it, wherever the process was started. */
const shippedFolders = ['policies.directory', 'catalog.overridesDirectory'];

function withHome(setting: Setting): Setting {
  const shipped = shippedFolders.includes(setting.path) && setting.layer === 'default';
  return shipped && typeof setting.value === 'string' ? { ...setting, value: join(home, setting.value) } : setting;
}

/** The configuration of this process. Throws a `ConfigurationError` that lists every fault. */
export function loadConfiguration(environment: Environment = process.env): LoadedConfiguration {
  const reader = new Reader(environment);
  const defaults = settingsOf(reader.file(join(home, defaultsFile), defaultsFile), 'default', defaultsFile);
  const ownFile = environment[ownFileVariable] ?? '';
  const own = ownFile === '' ? [] : settingsOf(reader.file(ownFile, ownFile), 'file', ownFile);
  const settings = overlay([...defaults, ...own, ...fromEnvironment(reader, defaults)]).map(withHome);
  const checked = checkConfiguration(settings);
  const faults = checked instanceof Configuration ? [] : checked.map((fault) => describeFault(fault, settings));
  const all = [...reader.faults, ...misspeltVariables(environment, defaults), ...faults];
  if (!(checked instanceof Configuration) || all.length > 0) {
    throw new ConfigurationError(all);
  }
  return { configuration: checked, settings };
}

/** The effective configuration as YAML, secrets masked, with the origin of each value in a comment. */
export function printConfiguration(settings: readonly Setting[]): string {
  const lines: string[] = [];
  let open = '';
  for (const { path, value, layer, origin } of settings) {
    const [section = '', key] = path.split('.');
    if (key !== undefined && section !== open) {
      lines.push(`${section}:`);
    }
    open = section;
    const shown = stringify(shownValue(path, value), { collectionStyle: 'flow', lineWidth: 0 }).trimEnd();
    lines.push(
      `${key === undefined ? section : `  ${key}`}: ${shown} # ${layer}${layer === 'default' ? '' : `: ${origin}`}`,
    );
  }
  return `${lines.join('\n')}\n`;
}

export interface Terminal {
  readonly argv: readonly string[];
  readonly environment: Environment;
  write(text: string): void;
  complain(text: string): void;
  exit(code: number): never;
}

const thisTerminal: Terminal = {
  argv: process.argv.slice(2),
  environment: process.env,
  write: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  exit: (code) => process.exit(code),
};

/** For the entry of a process: the configuration, or the end. `--print-config` prints it and ends well. */
export function configurationOrExit(terminal: Terminal = thisTerminal): Configuration {
  try {
    const loaded = loadConfiguration(terminal.environment);
    if (!terminal.argv.includes('--print-config')) {
      return loaded.configuration;
    }
    terminal.write(printConfiguration(loaded.settings));
  } catch (error) {
    if (!(error instanceof ConfigurationError)) {
      throw error;
    }
    terminal.complain(`${error.message}\n`);
    terminal.exit(configurationExitCode);
  }
  return terminal.exit(0);
}
