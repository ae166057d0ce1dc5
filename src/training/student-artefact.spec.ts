import { createHash } from 'node:crypto';
import { intentRows } from '../../test/builders/intent-rows.js';
import { baselineStudentHyperparameters } from './recipes/baseline-student.js';
import { predictLabel, type Student, trainStudent } from './softmax-student.js';
import { MalformedStudentError, packStudent, studentArtefactDigest, unpackStudent } from './student-artefact.js';

const student = trained();
const artefact = packStudent(student);

describe('a student as bytes', () => {
  it('comes back as it was and answers the same', () => {
    const back = unpackStudent(artefact);
    expect(back).toEqual(student);
    for (const { text } of intentRows(5, 700)) {
      expect(predictLabel(back, text)).toEqual(predictLabel(student, text));
    }
  });

  it('reads from the middle of a larger buffer', () => {
    const larger = new Uint8Array(artefact.length + 20);
    larger.set(artefact, 7);
    expect(unpackStudent(larger.subarray(7, 7 + artefact.length))).toEqual(student);
  });

  it('does not keep the buffer that it was read from', () => {
    const bytes = artefact.slice();
    const back = unpackStudent(bytes);
    bytes.fill(0);
    expect(back).toEqual(student);
  });

  it('has a digest of all its bytes', () => {
    const digest = studentArtefactDigest(artefact);
    expect(digest).toMatch(/^sha256:[0-9a-f]{64}$/);
    expect(studentArtefactDigest(artefact.slice(1))).not.toBe(digest);
  });

  it.each([
    ['nothing', () => new Uint8Array(0), 'too few'],
    ['another file', () => new Uint8Array(500).fill(65), 'does not begin like one'],
    ['a cut one', () => artefact.slice(0, -1), 'checksum'],
    ['one with a changed byte', () => changed((bytes) => bytes.set([(bytes[900] ?? 0) ^ 1], 900)), 'checksum'],
    ['another format', () => resealed((bytes) => bytes.set([99], 8)), 'format 99'],
    ['a header beyond the end', () => resealed((bytes) => bytes.set([255, 255, 255, 255], 12)), 'longer than the file'],
    ['a header that is not JSON', () => resealed((bytes) => bytes.set([33], 16)), 'not JSON'],
    [
      'rows that the header does not know of',
      () => resealed((bytes) => replaceText(bytes, '"featureCount":', 1)),
      'length',
    ],
    ['a hyperparameter out of bounds', () => resealed((bytes) => replaceText(bytes, '"hashBits":', 9)), 'hashBits'],
    ['buckets out of order', () => resealed((bytes) => bytes.fill(255, bodyFrom(), bodyFrom() + 4)), 'buckets'],
    [
      'a weight that is not a number',
      () => resealed((bytes) => bytes.fill(255, idfFrom(), idfFrom() + 4)),
      'not finite',
    ],
  ])('refuses %s', (_what, bytes, reason) => {
    expect(() => unpackStudent(bytes())).toThrow(MalformedStudentError);
    expect(() => unpackStudent(bytes())).toThrow(reason);
  });
});

function trained(): Student {
  const training = trainStudent(intentRows(8), { ...baselineStudentHyperparameters, updatesMin: 500 });
  let step = training.next();
  while (step.done !== true) {
    step = training.next();
  }
  return step.value;
}

function changed(change: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = artefact.slice();
  change(bytes);
  return bytes;
}

/** Changed, with a checksum that matches again: what somebody would do who forges one. */
function resealed(change: (bytes: Uint8Array) => void): Uint8Array {
  const bytes = changed(change);
  bytes.set(createHash('sha256').update(bytes.subarray(0, -32)).digest(), bytes.length - 32);
  return bytes;
}

/** Overwrites the first digit after the text. */
function replaceText(bytes: Uint8Array, text: string, digit: number): void {
  const at = Buffer.from(bytes).indexOf(text) + text.length;
  bytes[at] = 48 + (bytes[at] === 48 + digit ? digit + 1 : digit);
}

function bodyFrom(): number {
  return 16 + new DataView(artefact.buffer).getUint32(12, true);
}

function idfFrom(): number {
  return bodyFrom() + 4 * student.space.buckets.length;
}
