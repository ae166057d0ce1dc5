import { linesOf } from './use-lock-in-alerts';

type Board = Parameters<typeof linesOf>[0];
type Alerts = Parameters<typeof linesOf>[1];

const board = [
  { id: 'prj_a', stage: 'collecting' },
  { id: 'prj_b', stage: 'decommissioned' },
  { id: 'prj_c', stage: 'cutover' },
] as unknown as Board;
const alert = (projectId: string, text: string) => ({ projectId, text }) as unknown as Alerts[number];

describe('alerts that wait', () => {
  it('are one line a project, its worst alert first', () => {
    const lines = linesOf(board, [alert('prj_c', 'It ends.'), alert('prj_a', 'Old.'), alert('prj_c', 'Dearer.')]);
    expect(lines.map(({ project, text, to }) => [project.id, text, to])).toEqual([
      ['prj_a', 'Old.', '/projects/prj_a/lock-in/alerts'],
      ['prj_c', 'It ends. And 1 more.', '/projects/prj_c/lock-in/alerts'],
    ]);
  });

  it('are left out where the project has ended, or is not on the board', () => {
    expect(linesOf(board, [alert('prj_b', 'It ends.'), alert('prj_x', 'Old.')])).toEqual([]);
  });
});
