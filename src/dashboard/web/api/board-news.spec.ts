import { withNews } from './board-news';
import type { ProjectStatus } from './queries';

const status = (id: string, version: number, stage = 'assessing') => ({ id, version, stage }) as ProjectStatus;

describe('news of single projects', () => {
  it('take the place of what was known, where it stood', () => {
    const board = [status('a', 1), status('b', 1), status('c', 1)];
    expect(withNews(board, [status('b', 2, 'cutover')])).toEqual([
      status('a', 1),
      status('b', 2, 'cutover'),
      status('c', 1),
    ]);
  });

  it('never go back to an older version', () => {
    expect(withNews([status('a', 5)], [status('a', 4, 'aborted')])).toEqual([status('a', 5)]);
  });

  it('add a project that was not there, at the end', () => {
    expect(withNews([status('a', 1)], [status('z', 1)]).map(({ id }) => id)).toEqual(['a', 'z']);
  });

  it('keep the very object of what did not change, so that nothing is drawn anew', () => {
    const a = status('a', 1);
    expect(withNews([a], [status('b', 1)])[0]).toBe(a);
  });
});
