// Does a name stand for one model, or for whatever the vendor puts behind it? A dated snapshot, a revision or a digest
// pins; so does a model that was tuned, since its weights have a name of their own.

const datedSnapshot = /(?:^|[-@:._])(?:20\d\d-?(?:0[1-9]|1[0-2])-?(?:[0-2]\d|3[01])|\d{4})(?:$|[-@:])/;
const numberedRevision = /-(?:0\d\d)$/;
const tuned = /^(?:ft:|tunedModels\/|endpoints\/)/;

/** Weights that the vendor holds under a name of their own. */
export function isTunedAtVendor(model: string): boolean {
  return tuned.test(model);
}

/** @param aliases names that the catalogue knows to move */
export function isPinned(model: string, aliases: ReadonlySet<string> = new Set()): boolean {
  if (aliases.has(model) || /(?:^|[-/])latest$/.test(model)) {
    return false;
  }
  return tuned.test(model) || datedSnapshot.test(model) || numberedRevision.test(model) || model.includes('@sha256:');
}

/**
 * Whether the answer names another model than the one asked for. A snapshot behind an alias is the same model
 * (`gpt-4o` → `gpt-4o-2024-08-06`); null where one of the names is missing.
 */
export function isServedByOther(asked: string | null, served: string | null): boolean | null {
  if (asked === null || served === null) {
    return null;
  }
  const [want, got] = [bare(asked), bare(served)];
  return !(want === got || got.startsWith(`${want}-`) || want.endsWith(`/${got}`) || got.endsWith(`/${want}`));
}

function bare(name: string): string {
  return name.replace(/^models\//, '').toLowerCase();
}
