// A trained student as bytes that can be kept, moved and trusted. Little-endian throughout, in this order:
//   magic 8 bytes 'OWSTUDNT' | format version u32 | header length u32 | header JSON (canonical, UTF-8)
//   buckets u32 x F | idf f32 x F | scales f32 x F | log shares f32 x L | weights i8 x F*L | SHA-256 of all before
// F features and L labels come from the header. The checksum finds damage; trust needs the digest kept elsewhere.
import { createHash } from 'node:crypto';
import { canonicalJson } from '../kernel/canonical-json.js';
import { bucketCount, makeFeatureSpace } from './feature-space.js';
import type { Student } from './softmax-student.js';
import { hyperparameterFault, type StudentHyperparameters } from './student-hyperparameters.js';
import { labelCountMax } from './student-rows.js';

/** Raised on every change of the layout, of the hashing or of the weighting: older bytes would answer differently. */
export const studentFormatVersion = 1;

const magic = new TextEncoder().encode('OWSTUDNT');
const prefixBytes = magic.length + 8;
const checksumBytes = 32;

/** The bytes are no student that this version can read; the message says which part is wrong. */
export class MalformedStudentError extends Error {
  constructor(reason: string) {
    super(`not a usable student artefact: ${reason}`);
    this.name = 'MalformedStudentError';
  }
}

interface Header {
  readonly datasetDigest: string;
  readonly featureCount: number;
  readonly finalLoss: number;
  readonly hyperparameters: StudentHyperparameters;
  readonly labels: readonly string[];
  readonly trainRows: number;
}

/** The student as bytes; the same student always gives the same bytes. */
export function packStudent(student: Student): Uint8Array {
  const header = new TextEncoder().encode(canonicalJson(headerOf(student)));
  const { buckets, idf } = student.space;
  const words = 3 * buckets.length + student.logShares.length;
  const bytes = new Uint8Array(prefixBytes + header.length + 4 * words + student.weights.length + checksumBytes);
  const view = new DataView(bytes.buffer);
  bytes.set(magic);
  view.setUint32(magic.length, studentFormatVersion, true);
  view.setUint32(magic.length + 4, header.length, true);
  bytes.set(header, prefixBytes);
  let at = prefixBytes + header.length;
  for (const bucket of buckets) {
    view.setUint32(at, bucket, true);
    at += 4;
  }
  for (const block of [idf, student.scales, student.logShares]) {
    for (const value of block) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  }
  bytes.set(new Uint8Array(student.weights.buffer, student.weights.byteOffset, student.weights.length), at);
  bytes.set(checksumOf(bytes), bytes.length - checksumBytes);
  return bytes;
}

/** `sha256:` digest of the whole artefact: its name in the register, and what a loader should compare with. */
export function studentArtefactDigest(artefact: Uint8Array): string {
  return `sha256:${createHash('sha256').update(artefact).digest('hex')}`;
}

/**
 * Reads a student back. Checks everything that a prediction relies on.
 * @throws MalformedStudentError for bytes that are cut, damaged, of another version or inconsistent
 */
export function unpackStudent(artefact: Uint8Array): Student {
  checkEnvelope(artefact);
  const view = new DataView(artefact.buffer, artefact.byteOffset, artefact.byteLength);
  const headerBytes = view.getUint32(magic.length + 4, true);
  const bodyFrom = prefixBytes + headerBytes;
  demand(bodyFrom <= artefact.length - checksumBytes, 'its header is longer than the file');
  const header = parseHeader(artefact.subarray(prefixBytes, bodyFrom));
  const { featureCount, labels } = header;
  const weightsFrom = bodyFrom + 4 * (3 * featureCount + labels.length);
  const weightsTo = weightsFrom + featureCount * labels.length;
  demand(weightsTo === artefact.length - checksumBytes, 'its length does not match its header');
  const buckets = new Uint32Array(featureCount).map((_, place) => view.getUint32(bodyFrom + 4 * place, true));
  const floats = (from: number, count: number) =>
    new Float32Array(count).map((_, place) => view.getFloat32(bodyFrom + 4 * (from + place), true));
  const idf = floats(featureCount, featureCount);
  const scales = floats(2 * featureCount, featureCount);
  const logShares = floats(3 * featureCount, labels.length);
  const { hyperparameters, datasetDigest, trainRows, finalLoss } = header;
  demand(areBucketsAscending(buckets, bucketCount(hyperparameters)), 'its buckets are not ascending or out of range');
  demand([idf, scales, logShares].every(isFinite32), 'a number in it is not finite');
  const weights = new Int8Array(artefact.buffer, artefact.byteOffset + weightsFrom, weightsTo - weightsFrom).slice();
  const space = makeFeatureSpace(hyperparameters, buckets, idf);
  return { hyperparameters, labels, space, logShares, weights, scales, datasetDigest, trainRows, finalLoss };
}

function headerOf(student: Student): Record<string, unknown> {
  const { datasetDigest, finalLoss, hyperparameters, labels, trainRows } = student;
  return { datasetDigest, featureCount: student.space.buckets.length, finalLoss, hyperparameters, labels, trainRows };
}

function checksumOf(artefact: Uint8Array): Uint8Array {
  return createHash('sha256')
    .update(artefact.subarray(0, artefact.length - checksumBytes))
    .digest();
}

function checkEnvelope(artefact: Uint8Array): void {
  demand(artefact.length >= prefixBytes + checksumBytes, `${artefact.length} bytes are too few`);
  demand(areEqual(artefact.subarray(0, magic.length), magic), 'it does not begin like one');
  const version = new DataView(artefact.buffer, artefact.byteOffset).getUint32(magic.length, true);
  demand(version === studentFormatVersion, `it has format ${version}, this version reads ${studentFormatVersion}`);
  const stored = artefact.subarray(artefact.length - checksumBytes);
  demand(areEqual(stored, checksumOf(artefact)), 'its checksum does not match: it is cut or damaged');
}

function parseHeader(bytes: Uint8Array): Header {
  let header: Partial<Header> | null;
  try {
    header = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new MalformedStudentError('its header is not JSON');
  }
  demand(typeof header === 'object' && header !== null, 'its header is not an object');
  const { datasetDigest, featureCount, finalLoss, hyperparameters, labels, trainRows } = header ?? {};
  demand(typeof hyperparameters === 'object' && hyperparameters !== null, 'its hyperparameters are missing');
  const fault = hyperparameterFault({ ...hyperparameters });
  demand(fault === null, fault ?? '');
  demand(areLabels(labels), 'its labels are not 2 or more different texts');
  demand(isCount(featureCount) && isCount(trainRows), 'its counts are not whole numbers');
  demand(typeof finalLoss === 'number' && typeof datasetDigest === 'string', 'its loss or data digest is missing');
  return { datasetDigest, featureCount, finalLoss, hyperparameters, labels, trainRows } as Header;
}

function areLabels(labels: unknown): boolean {
  const texts = Array.isArray(labels) ? labels.filter((label) => typeof label === 'string') : [];
  const isAllTexts = Array.isArray(labels) && texts.length === labels.length;
  return isAllTexts && texts.length >= 2 && texts.length <= labelCountMax && new Set(texts).size === texts.length;
}

function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function isFinite32(values: Float32Array): boolean {
  return values.every((value) => Number.isFinite(value));
}

function areBucketsAscending(buckets: Uint32Array, bucketsMax: number): boolean {
  return buckets.every((bucket, place) => bucket < bucketsMax && (place === 0 || bucket > (buckets[place - 1] ?? 0)));
}

function areEqual(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, place) => byte === right[place]);
}

function demand(holds: boolean, reason: string): void {
  if (!holds) {
    throw new MalformedStudentError(reason);
  }
}
