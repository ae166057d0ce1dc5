// What a caller tells Openward about one call by x-openward-* headers. Read strictly: a misspelled opt-out that was
// ignored would store what its owner wanted kept out.

/** `unit` names what sticks to one arm: a conversation, an account. `tags` are stored with the exchange. */
export interface CallControls {
  readonly unit: string | null;
  readonly keepBodies: boolean;
  readonly tags: Readonly<Record<string, string>>;
}

/** The header that could not be read, and why. */
export interface ControlFault {
  readonly header: string;
  readonly reason: string;
}

const ownPrefix = 'x-openward-';
const unitForm = /^[\x21-\x7e](?:[\x20-\x7e]{0,254}[\x21-\x7e])?$/;
const tagForm = /^([a-z][a-z0-9_.-]{0,62})=([\x20-\x2b\x2d-\x3c\x3e-\x7e]{1,128})$/;
const tagsMax = 16;

const unknown = 'it is not a header that Openward knows; known are x-openward-unit, x-openward-tags and x-openward-log';

function readTags(text: string): Readonly<Record<string, string>> | string {
  const tags = new Map<string, string>();
  for (const part of text.split(',')) {
    const match = tagForm.exec(part.trim());
    if (!match) {
      return 'tags are written key=value, separated by commas; keys are lower case, values have 1 to 128 printable ASCII characters';
    }
    const [, key = '', value = ''] = match;
    if (tags.has(key)) {
      return `the tag ${key} is named twice`;
    }
    tags.set(key, value.trim());
  }
  return tags.size > tagsMax ? `at most ${tagsMax} tags are kept per call` : Object.fromEntries(tags);
}

/** Tells a fault from controls. */
export function isControlFault(read: CallControls | ControlFault): read is ControlFault {
  return 'reason' in read;
}

function withHeader(controls: CallControls, header: string, value: string): CallControls | ControlFault {
  switch (header) {
    case `${ownPrefix}unit`:
      return unitForm.test(value)
        ? { ...controls, unit: value }
        : { header, reason: 'a unit has 1 to 256 printable ASCII characters' };
    case `${ownPrefix}log`:
      return value === 'off' || value === 'on'
        ? { ...controls, keepBodies: value === 'on' }
        : { header, reason: 'it says on or off' };
    case `${ownPrefix}tags`: {
      const tags = readTags(value);
      return typeof tags === 'string' ? { header, reason: tags } : { ...controls, tags };
    }
    default:
      return { header, reason: unknown };
  }
}

/**
 * Reads the controls from parsed headers (lower-case names). An unknown x-openward-* header is a fault too.
 */
export function readCallControls(
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): CallControls | ControlFault {
  let controls: CallControls = { unit: null, keepBodies: true, tags: {} };
  for (const [header, value] of Object.entries(headers)) {
    if (!header.startsWith(ownPrefix) || value === undefined) {
      continue;
    }
    if (typeof value !== 'string') {
      return { header, reason: 'it may be sent once' };
    }
    const read = withHeader(controls, header, value);
    if (isControlFault(read)) {
      return read;
    }
    controls = read;
  }
  return controls;
}
