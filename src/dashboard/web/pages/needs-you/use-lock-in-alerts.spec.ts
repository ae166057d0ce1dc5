import { linesOf } from './use-lock-in-alerts';

type Board = Parameters<typeof linesOf>[0];
type Alerts = Parameters<typeof linesOf>[1];

const board = [
  { id: 'prj_a', stage: 'collecting', forced: null, lockIn: null },
  { id: 'prj_b', stage: 'decommissioned', forced: null, lockIn: null },
  { id: 'prj_c', stage: 'cutover', forced: null, lockIn: null },
  { id: 'prj_d', stage: 'cutover', forced: { shutdownOn: '2026-10-23' }, lockIn: null, incumbent: { model: 'gpt-4' } },
] as unknown as Board;
const alert = (projectId: string, text: string, name = 'exit-test.old') =>
  ({ projectId, text, name }) as unknown as Alerts[number];

describe('alerts that wait', () => {
  it('are one line a project, its worst alert first', () => {
    const lines = linesOf(board, [alert('prj_c', 'It ends.'), alert('prj_a', 'Old.'), alert('prj_c', 'Dearer.')]);
    expect(lines.map(({ project, text, to }) => [project.id, text, to])).toEqual([
      ['prj_a', 'Old.', '/projects/prj_a/lock-in/alerts'],
      ['prj_c', 'It ends. And 1 more.', '/projects/prj_c/lock-in/alerts'],
    ]);
  });

  it('do not repeat an end that stands among the days that come near', () => {
    const ending = alert('prj_d', 'It ended.', 'shutdown.near');
    expect(linesOf(board, [ending])).toEqual([]);
    expect(linesOf(board, [ending, alert('prj_d', 'Old.')]).map(({ text }) => text)).toEqual(['Old.']);
  });

  it('are left out where the project has ended, or is not on the board', () => {
    expect(linesOf(board, [alert('prj_b', 'It ends.'), alert('prj_x', 'Old.')])).toEqual([]);
  });
});
