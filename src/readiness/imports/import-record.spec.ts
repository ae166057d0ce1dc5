import { anImport } from '../../../test/builders/an-import.js';
import { progressOf } from './import-record.js';

describe('the progress of an upload', () => {
  const running = anImport({ createdAt: 0, touchedAt: 2_000, total: 500, bytes: 1_000, bytesTotal: 4_000 });

  it('is told at the pace so far', () => {
    expect(progressOf(running)).toEqual({ rowsPerSecond: 250, secondsLeft: 6 });
  });

  it('is not known without an announced length, before the first byte, and after the end', () => {
    expect(progressOf({ ...running, bytesTotal: null }).secondsLeft).toBeNull();
    expect(progressOf({ ...running, bytes: 0, total: 0 })).toEqual({ rowsPerSecond: null, secondsLeft: null });
    expect(progressOf({ ...running, touchedAt: 0 })).toEqual({ rowsPerSecond: null, secondsLeft: null });
    expect(progressOf({ ...running, state: 'done', finishedAt: 1_000 })).toEqual({
      rowsPerSecond: 500,
      secondsLeft: null,
    });
  });

  it('is never negative when more came than was announced', () => {
    expect(progressOf({ ...running, bytes: 5_000 }).secondsLeft).toBe(0);
  });
});
