// From settings to one frozen `Configuration`, or to all faults at once.
import { type ValidationError, validateSync } from 'class-validator';
import { Configuration, sections } from './configuration.dto.js';
import type { Setting, SettingFault } from './setting.js';

const quiet = { validationError: { target: false, value: false } };
const known = { ...quiet, whitelist: true, forbidNonWhitelisted: true };
const unknownReason = 'is not a setting of Openward';

/** class-validator's sentences begin with the name of the property, which the path says already. */
function faultOf(path: string, error: ValidationError): SettingFault {
  const { whitelistValidation, ...broken } = error.constraints ?? {};
  if (whitelistValidation !== undefined) {
    return { path, reason: unknownReason, isKnown: false };
  }
  const reasons = Object.values(broken).map((text) => text.replace(`${error.property} `, ''));
  return { path, reason: reasons.sort().join(', and '), isKnown: true };
}

function sectionFaults(name: string, section: object): SettingFault[] {
  return validateSync(section, known).map((error) => faultOf(`${name}.${error.property}`, error));
}

function topFaults(configuration: Configuration): SettingFault[] {
  return validateSync(configuration, quiet).map((error) => faultOf(error.property, error));
}

function deepFreeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(deepFreeze);
    Object.freeze(value);
  }
  return value;
}

function put(sectionsByName: Map<string, Record<string, unknown>>, setting: Setting): SettingFault[] {
  const [name = '', key] = setting.path.split('.');
  const section = sectionsByName.get(name);
  if (section !== undefined && key !== undefined) {
    section[key] = setting.value;
    return [];
  }
  if (section !== undefined) {
    return [{ path: setting.path, reason: 'must be a section with keys of its own', isKnown: false }];
  }
  return setting.path === 'dataDirectory' ? [] : [{ path: setting.path, reason: unknownReason, isKnown: false }];
}

/** Either the whole configuration, frozen to the last leaf, or every fault in the order of the keys. */
export function checkConfiguration(settings: readonly Setting[]): Configuration | SettingFault[] {
  const made = new Map<string, Record<string, unknown>>(
    Object.entries(sections).map(([name, type]) => [name, new type() as unknown as Record<string, unknown>]),
  );
  const misplaced = settings.flatMap((setting) => put(made, setting));
  const dataDirectory = settings.find((setting) => setting.path === 'dataDirectory')?.value;
  const configuration = Object.assign(new Configuration(), { ...Object.fromEntries(made), dataDirectory });
  const wrong = [...made].flatMap(([name, section]) => sectionFaults(name, section));
  const faults = [...misplaced, ...topFaults(configuration), ...wrong];
  return faults.length === 0 ? deepFreeze(configuration) : faults;
}
