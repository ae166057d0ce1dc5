// One setting on its way from where it was written to where it is checked: names, layers and origins. Pure.

export type SettingValue = string | number | boolean | null | readonly unknown[];

/** Where a value came from, most binding last: the defaults, the operator's file, the environment. */
export type Layer = 'default' | 'file' | 'env';

export interface Setting {
  /** Dotted, e.g. `server.port`; `dataDirectory` stands alone. */
  readonly path: string;
  readonly value: unknown;
  readonly layer: Layer;
  /** The file or the variable. */
  readonly origin: string;
}

/** What is wrong with one setting, and how to set it right. */
export interface SettingFault {
  readonly path: string;
  readonly reason: string;
  /** Whether there is such a setting at all. */
  readonly isKnown: boolean;
}

const conventionalNames: Readonly<Record<string, string>> = {
  'server.host': 'HOST',
  'server.port': 'PORT',
  'database.url': 'DATABASE_URL',
};

/** Values that are never printed. A database URL is printed without its password. */
export const secretPaths: ReadonlySet<string> = new Set(['auth.bootstrapAdminToken', 'catalog.bundleSigningKey']);

/** The variables that set a path, most binding first: `server.port` is `OPENWARD_SERVER_PORT`, then `PORT`. */
export function environmentNames(path: string): string[] {
  const own = `OPENWARD_${path
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replaceAll('.', '_')
    .toUpperCase()}`;
  const conventional = conventionalNames[path];
  return conventional === undefined ? [own] : [own, conventional];
}

const isSection = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Flattens a document of sections into settings. A section that is no section stays one setting, to be found faulty. */
export function settingsOf(document: unknown, layer: Layer, origin: string): Setting[] {
  if (!isSection(document)) {
    return [];
  }
  return Object.entries(document).flatMap(([key, value]) =>
    isSection(value)
      ? Object.entries(value).map(([inner, leaf]) => ({ path: `${key}.${inner}`, value: leaf, layer, origin }))
      : [{ path: key, value, layer, origin }],
  );
}

/**
 * Reads text from the environment as the kind of value that the default is. What cannot be read so stays text, and the
 * check that follows names it.
 */
export function valueFromText(text: string, like: unknown): SettingValue {
  if (Array.isArray(like)) {
    const items = text.split(',').map((item) => item.trim());
    return items.filter((item) => item !== '');
  }
  if (typeof like === 'number' && /^-?\d+(\.\d+)?$/.test(text.trim())) {
    return Number(text);
  }
  if (typeof like === 'boolean' && /^(true|false)$/i.test(text.trim())) {
    return text.trim().toLowerCase() === 'true';
  }
  return text;
}

/** The effective settings: a later layer replaces an earlier one, key by key. */
export function overlay(settings: readonly Setting[]): Setting[] {
  return [...new Map(settings.map((setting) => [setting.path, setting])).values()];
}

/** A value that may be shown to whoever sees the terminal or the log. */
export function shownValue(path: string, value: unknown): unknown {
  if (value === null || value === undefined) {
    return null;
  }
  if (secretPaths.has(path)) {
    return '***';
  }
  const mayHoldPassword = path === 'database.url' || (typeof value === 'string' && /:\/\/[^/]*@/.test(value));
  return mayHoldPassword ? withoutPassword(String(value)) : value;
}

/** Masks the password of a URL, wherever it is written: before the @ or in the query. What does not parse is masked whole. */
export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) {
    return '***';
  }
  const parsed = new URL(url);
  if (parsed.host === '') {
    return '***';
  }
  if (parsed.password !== '') {
    parsed.password = '***';
  }
  for (const key of [...parsed.searchParams.keys()]) {
    if (/pass|secret|key/i.test(key)) {
      parsed.searchParams.set(key, '***');
    }
  }
  return parsed.toString();
}

/** One line for each fault: the key, what is wrong, what was found and where, and what sets it. */
export function describeFault(fault: SettingFault, settings: readonly Setting[]): string {
  const setting = settings.find((one) => one.path === fault.path);
  const found =
    setting === undefined
      ? ''
      : ` Found ${JSON.stringify(shownValue(setting.path, setting.value))} in ${setting.origin}.`;
  const setBy = fault.isKnown
    ? ` Set by ${environmentNames(fault.path).join(' or ')}, or in a configuration file.`
    : '';
  return `${fault.path}: ${fault.reason}.${found}${setBy}`;
}
