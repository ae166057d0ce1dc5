import type { ProjectStatus } from '../../api/queries';
import { byStage, filtered, filterOf, sorted } from './board-filter';

const traffic = { mode: 'incumbent', candidateWeightPercent: 0 };
const project = (parts: Record<string, unknown>) =>
  ({
    id: 'p',
    name: 'Letters',
    owner: 'ada',
    stage: 'assessing',
    stageSince: '2026-11-20T00:00:00.000Z',
    health: null,
    traffic,
    incumbent: { model: 'closed-1' },
    candidate: { model: 'open-1' },
    lockIn: null,
    ...parts,
  }) as unknown as ProjectStatus;
const namesBy = (projects: readonly ProjectStatus[]) => projects.map(({ name }) => name);

describe('the filter of the board', () => {
  it('stands in the address and leaves ended projects out unless they are asked for', () => {
    const projects = [project({ name: 'Runs' }), project({ name: 'Over', stage: 'decommissioned' })];
    expect(namesBy(filtered(projects, filterOf(new URLSearchParams())))).toEqual(['Runs']);
    expect(namesBy(filtered(projects, filterOf(new URLSearchParams('ended=1'))))).toEqual(['Runs', 'Over']);
  });

  it('finds by name, owner and model, whatever the case', () => {
    const projects = [project({ name: 'One' }), project({ name: 'Two', owner: 'Grace' })];
    expect(namesBy(filtered(projects, filterOf(new URLSearchParams('text=GRACE'))))).toEqual(['Two']);
    expect(filtered(projects, filterOf(new URLSearchParams('text=open-1')))).toHaveLength(2);
  });

  it('takes health that nobody measured as not known, and not as good', () => {
    const projects = [project({ name: 'Dark' }), project({ name: 'Good', health: 'on-track' })];
    expect(namesBy(filtered(projects, filterOf(new URLSearchParams('health=unknown'))))).toEqual(['Dark']);
  });

  it('falls back to the stage where the address names an order that there is not', () => {
    expect(filterOf(new URLSearchParams('sort=colour')).sort).toBe('stage');
  });
});

describe('the order of the table', () => {
  it('puts the tightest tie first and what was not measured last', () => {
    const projects = [
      project({ name: 'Unmeasured' }),
      project({ name: 'Loose', lockIn: { score: 20 } }),
      project({ name: 'Tight', lockIn: { score: 80 } }),
    ];
    expect(namesBy(sorted(projects, 'lock-in'))).toEqual(['Tight', 'Loose', 'Unmeasured']);
  });

  it('puts off track before at risk before on track before not known', () => {
    const of = (health: string | null) => project({ name: String(health), health });
    const projects = [null, 'on-track', 'off-track', 'at-risk'].map(of);
    expect(namesBy(sorted(projects, 'health'))).toEqual(['off-track', 'at-risk', 'on-track', 'null']);
  });

  it('counts in names as people do', () => {
    const projects = [project({ name: 'Task 10' }), project({ name: 'Task 9' })];
    expect(namesBy(sorted(projects, 'name'))).toEqual(['Task 9', 'Task 10']);
  });

  it('keeps the order within a stage', () => {
    const projects = [project({ name: 'b' }), project({ name: 'x', stage: 'cutover' }), project({ name: 'a' })];
    expect(namesBy(byStage(projects).get('assessing') ?? [])).toEqual(['b', 'a']);
  });
});
