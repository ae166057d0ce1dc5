import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { getMetadataStorage } from 'class-validator';
import { parse } from 'yaml';
import { sections } from './configuration.dto.js';
import {
  ConfigurationError,
  configurationOrExit,
  type Environment,
  loadConfiguration,
  printConfiguration,
} from './load-configuration.client.js';

const token = 'a-token-that-nobody-may-read-1234567890';

class Ended extends Error {}

function runTerminal(argv: string[], environment: Environment) {
  const seen = { out: '', err: '', code: -1 };
  const terminal = {
    argv,
    environment,
    write: (text: string) => {
      seen.out += text;
    },
    complain: (text: string) => {
      seen.err += text;
    },
    exit: (code: number): never => {
      seen.code = code;
      throw new Ended();
    },
  };
  try {
    return { ...seen, configuration: configurationOrExit(terminal) };
  } catch (error) {
    expect(error).toBeInstanceOf(Ended);
    return { ...seen, configuration: null };
  }
}

describe('the configuration', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'openward-configuration-'));
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const file = (name: string, text: string): string => {
    writeFileSync(join(folder, name), text);
    return join(folder, name);
  };

  const faultsOf = (environment: Environment): readonly string[] => {
    try {
      loadConfiguration(environment);
      return [];
    } catch (error) {
      return error instanceof ConfigurationError ? error.faults : [String(error)];
    }
  };

  it('starts from the defaults: loopback, an embedded file, and policies that ship with it', () => {
    const { configuration } = loadConfiguration({});
    expect(configuration.server).toMatchObject({ host: '127.0.0.1', port: 3000, publicUrl: null, trustProxy: false });
    expect(configuration.database.url).toBeNull();
    expect(configuration.dataDirectory).toBe('./data');
    expect(configuration.policies.directory).toBe(resolve(__dirname, '../../../config/policies'));
    expect(configuration.catalog.overridesDirectory).toBe(resolve(__dirname, '../../../config/overrides'));
  });

  it('is frozen to the last leaf', () => {
    const { configuration } = loadConfiguration({});
    expect(() => Object.assign(configuration.server, { port: 1 })).toThrow(TypeError);
    expect(() => (configuration.outbound.allowedPrivateTargets as string[]).push('10.0.0.1:*')).toThrow(TypeError);
  });

  it('has a default and a check for every key, and no other key', () => {
    const defaults = parse(readFileSync(resolve(__dirname, '../../../config/default.yaml'), 'utf8'));
    for (const [name, type] of Object.entries(sections)) {
      const checks = getMetadataStorage().getTargetValidationMetadatas(type, '', false, false);
      expect(Object.keys(defaults[name]).sort()).toEqual(
        [...new Set(checks.map((check) => check.propertyName))].sort(),
      );
    }
    expect(Object.keys(defaults).sort()).toEqual([...Object.keys(sections), 'dataDirectory'].sort());
  });

  it('lets a file replace defaults and the environment replace both', () => {
    const path = file('own.yaml', 'server:\n  port: 4000\n  host: 0.0.0.0\n');
    const { configuration } = loadConfiguration({ OPENWARD_CONFIG_FILE: path, OPENWARD_SERVER_PORT: '5000' });
    expect(configuration.server).toMatchObject({ port: 5000, host: '0.0.0.0', drainSeconds: 20 });
  });

  it('understands the conventional names, and numbers, flags and lists as text', () => {
    const { configuration } = loadConfiguration({
      PORT: '0',
      HOST: '::1',
      DATABASE_URL: 'postgres://a:b@c/d',
      OPENWARD_SERVER_TRUST_PROXY: 'true',
      OPENWARD_OUTBOUND_ALLOWED_PRIVATE_TARGETS: '10.0.0.7:8000, [fd00::1]:*',
      OPENWARD_DATA_DIRECTORY: '/var/lib/openward',
    });
    expect(configuration.server).toMatchObject({ port: 0, host: '::1', trustProxy: true });
    expect(configuration.database.url).toBe('postgres://a:b@c/d');
    expect(configuration.outbound.allowedPrivateTargets).toEqual(['10.0.0.7:8000', '[fd00::1]:*']);
    expect(configuration.dataDirectory).toBe('/var/lib/openward');
  });

  it('reads a value from a mounted file, without its last line break', () => {
    const path = file('secret', `${token}\n`);
    const { configuration } = loadConfiguration({ OPENWARD_AUTH_BOOTSTRAP_ADMIN_TOKEN_FILE: path });
    expect(configuration.auth.bootstrapAdminToken).toBe(token);
  });

  it('lists all faults at once, each with its key, what was found where, and what sets it', () => {
    const path = file('faulty.yaml', 'server:\n  prot: 1\njobs: 7\nfoo:\n  bar: 1\n');
    const faults = faultsOf({
      OPENWARD_CONFIG_FILE: path,
      PORT: 'eighty',
      OPENWARD_TELEMETRY_LOG_LEVEL: 'loud',
      OPENWARD_GATEWAY_IDEL_TIMEOUT_MS: '1',
    });
    expect(faults).toHaveLength(6);
    const expected = [
      /^server\.port: must be an integer.* Found "eighty" in the environment \(PORT\)\. Set by OPENWARD_SERVER_PORT or PORT/,
      /^server\.prot: is not a setting of Openward\. Found 1 in .*faulty\.yaml/,
      /^jobs: must be a section/,
      /^foo\.bar: is not a setting/,
      /^telemetry\.logLevel: .*Found "loud"/,
      /^OPENWARD_GATEWAY_IDEL_TIMEOUT_MS: names no setting/,
    ];
    for (const pattern of expected) {
      expect(faults).toContainEqual(expect.stringMatching(pattern));
    }
  });

  it.each([
    ['a file that is not there', { OPENWARD_CONFIG_FILE: '/no/such/file.yaml' }, /cannot be read/],
    ['a mounted value that is not there', { DATABASE_URL_FILE: '/no/such/file' }, /DATABASE_URL_FILE: cannot be read/],
    ['a value and a mounted value', { PORT: '1', PORT_FILE: '/x' }, /PORT and PORT_FILE are both set/],
    ['two names with two values', { PORT: '1', OPENWARD_SERVER_PORT: '2' }, /set differently/],
    ['a database of another kind', { DATABASE_URL: 'mysql://a/b' }, /^database\.url: must look like postgres/],
    ['a public address that is none', { OPENWARD_SERVER_PUBLIC_URL: 'openward' }, /^server\.publicUrl/],
    ['a target without a port', { OPENWARD_OUTBOUND_ALLOWED_PRIVATE_TARGETS: '10.0.0.7' }, /^outbound\.allowed/],
  ])('refuses %s', (_, environment: Environment, pattern) => {
    expect(faultsOf(environment)).toEqual([expect.stringMatching(pattern)]);
  });

  it('never shows a secret, neither in a fault nor in print', () => {
    const bad = faultsOf({ OPENWARD_AUTH_BOOTSTRAP_ADMIN_TOKEN: 'too-short' });
    expect(bad.join()).toContain('auth.bootstrapAdminToken');
    expect(bad.join()).not.toContain('too-short');
    const { settings } = loadConfiguration({
      DATABASE_URL: 'postgres://openward:hush@db:5432/o?sslpassword=hush',
      OPENWARD_AUTH_BOOTSTRAP_ADMIN_TOKEN: token,
    });
    const printed = printConfiguration(settings);
    expect(printed).not.toMatch(/hush|nobody-may-read/);
    expect(printed).toContain('postgres://openward:***@db:5432/o');
  });

  it('prints what is in force as YAML, with the origin of each value, and ends well', () => {
    const path = file('printed.yaml', 'feed:\n  retentionDays: 7\n');
    const { out, code } = runTerminal(['--print-config'], { OPENWARD_CONFIG_FILE: path, PORT: '81' });
    expect(code).toBe(0);
    expect(out).toContain('  port: 81 # env: the environment (PORT)\n');
    expect(out).toContain(`  retentionDays: 7 # file: ${path}\n`);
    expect(out).toContain('  heartbeatSeconds: 15 # default\n');
    expect(parse(out).outbound.allowedPrivateTargets).toEqual(['127.0.0.1:4010']);
  });

  it('ends the process with code 78 and every fault', () => {
    const { err, code, configuration } = runTerminal([], { PORT: 'x', HOST: '', OPENWARD_JOBS_POLL_MS: '1' });
    expect({ code, configuration }).toEqual({ code: 78, configuration: null });
    expect(err).toMatch(/2 faults:\nserver\.port.*\njobs\.pollMs/);
  });

  it('is handed over where nothing is wrong', () => {
    expect(runTerminal([], { PORT: '82' }).configuration?.server.port).toBe(82);
  });
});
