import { ArtefactStore } from '../artefacts/artefact-store.js';
import { baselineStudentHyperparameters } from '../recipes/baseline-student.js';
import type { Artefact } from '../runs/training-run.js';
import { trainStudent } from '../softmax-student.js';
import { packStudent, studentArtefactDigest } from '../student-artefact.js';
import { ServedStudents } from './served-students.service.js';

const rows = ['a', 'b'].map((label) => ({ label, text: `text of ${label}` }));

function trainedBytes(): Buffer {
  const training = trainStudent(rows, { ...baselineStudentHyperparameters, updatesMin: 0, epochs: 1 });
  let step = training.next();
  while (step.done !== true) {
    step = training.next();
  }
  return Buffer.from(packStudent(step.value));
}

/** Holds the same bytes under every id but `none`. */
class Copies extends ArtefactStore {
  readonly loaded: string[] = [];
  private readonly bytes = trainedBytes();

  find(id: string): Promise<Artefact | null> {
    const base = { projectId: 'prj_one', runId: 'trn_1', recipe: 'baseline-student', createdAt: 0 };
    const known = { id, ...base, digest: studentArtefactDigest(this.bytes), sizeBytes: this.bytes.length };
    return Promise.resolve(id === 'none' ? null : known);
  }

  content(id: string): Promise<Buffer> {
    this.loaded.push(id);
    return Promise.resolve(this.bytes);
  }
}

describe('the students that are kept ready', () => {
  it('are the eight that were used last', async () => {
    const store = new Copies();
    const students = new ServedStudents(store);
    const first = ['1', '2', '3', '4', '5', '6', '7', '8'];
    for (const id of [...first, '1', '9', '1', '2']) {
      await students.find(id);
    }
    expect(store.loaded).toEqual([...first, '9', '2']);
  });

  it('are looked for again after they were not found', async () => {
    const store = new Copies();
    const students = new ServedStudents(store);
    expect(await students.find('none')).toBeNull();
    const found = await store.find('1');
    store.find = () => Promise.resolve(found);
    expect((await students.find('none'))?.artefact).toEqual(found);
  });
});
