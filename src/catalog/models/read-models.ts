// Reads the file of models: what each is. Two models never share a name.
import { type EntryReader, entriesOf } from '../reading/entry-reader.js';
import {
  type DecoderShape,
  type Modality,
  type ModelIdentity,
  modalities,
  modelKinds,
  type OpennessClass,
  opennesses,
} from './model-identity.js';
import { fitsShape } from './model-memory.js';
import { type OpennessPart, opennessClassOf, opennessParts } from './openness-class.js';

const shapeKeys = ['layers', 'hidden', 'feedForward', 'heads', 'keyValueHeads', 'vocabulary'] as const;

function readShape(reader: EntryReader): DecoderShape | null {
  if (!reader.has('shape')) {
    return null;
  }
  const part = reader.part('shape');
  part.refuseOthers(shapeKeys);
  const numbers = shapeKeys.map((key) => [key, part.countOrNull(key) ?? part.fault(key, 'must be given', 1)] as const);
  return Object.fromEntries(numbers) as unknown as DecoderShape;
}

function readModalities(reader: EntryReader): readonly Modality[] {
  const words = reader.has('modalitiesIn') ? reader.texts('modalitiesIn') : ['text'];
  const known = words.flatMap((word) => modalities.find((one) => one === word) ?? []);
  return known.length === words.length
    ? known
    : reader.fault('modalitiesIn', `must be among ${modalities.join(', ')}`, known);
}

const parts: readonly OpennessPart[] = Object.values(opennessParts).flat();

/** The class that follows from the parts that are open; null where nobody has listed them. */
function readOpenness(reader: EntryReader): OpennessClass | null {
  if (!reader.has('openParts')) {
    return null;
  }
  const words = reader.texts('openParts');
  const known = words.flatMap((word) => parts.find((one) => one === word) ?? []);
  return opennessClassOf(
    new Set(
      known.length === words.length ? known : reader.fault('openParts', `must be among ${parts.join(', ')}`, known),
    ),
  );
}

/** @param others keys that stand beside those of a model. */
export function readModel(reader: EntryReader, others: readonly string[] = []): ModelIdentity {
  const model: ModelIdentity = {
    id: reader.text('id'),
    aliases: reader.texts('aliases'),
    developer: reader.text('developer'),
    host: reader.textOrNull('host'),
    openness: reader.oneOf('openness', opennesses),
    kind: reader.oneOf('kind', modelKinds),
    modalitiesIn: readModalities(reader),
    contextTokens: reader.countOrNull('contextTokens'),
    outputTokensMax: reader.countOrNull('outputTokensMax'),
    parameters: reader.countOrNull('parameters'),
    activeParameters: reader.countOrNull('activeParameters'),
    shape: readShape(reader),
    licence: reader.textOrNull('licence'),
    licenceFamily: reader.textOrNull('licenceFamily'),
    opennessClass: readOpenness(reader),
    opennessSource: reader.textOrNull('opennessSource'),
    weightsRepository: reader.textOrNull('weightsRepository'),
    releasedOn: reader.dayOrNull('releasedOn'),
    supersededBy: reader.texts('supersededBy'),
    note: reader.textOrNull('note'),
    source: reader.text('source'),
    observedOn: reader.day('observedOn'),
  };
  reader.refuseOthers([...Object.keys(model).filter((key) => key !== 'opennessClass'), 'openParts', ...others]);
  const { parameters, activeParameters, shape } = model;
  if (parameters !== null && activeParameters === null && shape !== null && !fitsShape(parameters, shape)) {
    reader.fault('parameters', 'does not fit the shape', null);
  }
  if (model.opennessClass !== null && model.opennessSource === null) {
    reader.fault('opennessSource', 'must be given', null);
  }
  return model;
}

function namedTwice(models: readonly ModelIdentity[]): string[] {
  const names = models.flatMap((model) => [model.id, ...model.aliases]).map((name) => name.toLowerCase());
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}

/** @param document the parsed file. Adds every fault to `faults`. */
export function readModels(document: unknown, faults: string[]): readonly ModelIdentity[] {
  const models = entriesOf(document, 'models', faults).map((reader) => readModel(reader));
  faults.push(...namedTwice(models).map((name) => `${name}: is named twice`));
  const ids = new Set(models.map(({ id }) => id));
  for (const { id, supersededBy } of models) {
    faults.push(
      ...supersededBy
        .filter((one) => !ids.has(one))
        .map((one) => `${id}: supersededBy names ${one}, which is no model`),
    );
  }
  return models;
}
