import { FakeClock } from '../../../test/fakes/clock.fake.js';
import { initialSnapshot } from '../../lifecycle/snapshot.js';
import { LockInStatusStore } from '../../lock-in/days/status-row.js';
import { AskMeasurement } from '../../lock-in/measure/ask-measurement.js';
import type { JobRunner } from '../../platform/jobs/job-runner.service.js';
import type { Project } from '../project.js';
import type { ProjectQuery, ProjectStore } from '../project-store.js';
import { RenewLockIn } from './renew-lock-in.job.js';

const dayMs = 86_400_000;

class Asked extends AskMeasurement {
  readonly ids: string[] = [];
  ask(projectId: string): Promise<void> {
    this.ids.push(projectId);
    return Promise.resolve();
  }
}

class MeasuredToday extends LockInStatusStore {
  constructor(private readonly measured: readonly string[]) {
    super();
  }
  read = () => Promise.resolve(null);
  write = () => Promise.resolve();
  newest = () => Promise.resolve([]);
  measuredSince = (ids: readonly string[]) => Promise.resolve(new Set(ids.filter((id) => this.measured.includes(id))));
}

function setUp(count: number, measured: readonly string[] = []) {
  const ids = Array.from({ length: count }, (_, at) => `prj_${String(at).padStart(4, '0')}`);
  const aborted = { ...initialSnapshot(0), value: { stage: 'aborted' } };
  const list = ({ afterId, limit }: ProjectQuery) =>
    Promise.resolve(
      ids
        .filter((id) => id > (afterId ?? ''))
        .slice(0, limit)
        .map((id) => ({ id, snapshot: id === 'prj_0001' ? aborted : initialSnapshot(0) }) as unknown as Project),
    );
  const asked = new Asked();
  const clock = new FakeClock();
  const projects = { list } as unknown as ProjectStore;
  const job = new RenewLockIn({} as JobRunner, projects, new MeasuredToday(measured), asked, clock);
  return { job, asked, clock };
}

describe('the day of every project', () => {
  it('is asked for page after page, once a day, and not for a project that was given up', async () => {
    const { job, asked, clock } = setUp(450);
    await job.renew();
    await job.renew();
    expect([asked.ids.length, asked.ids.includes('prj_0001'), new Set(asked.ids).size]).toEqual([449, false, 449]);
    clock.advance(dayMs);
    await job.renew();
    expect(asked.ids.length).toBe(898);
  });

  it('is not asked for where it was measured already', async () => {
    const { job, asked } = setUp(3, ['prj_0000']);
    await job.renew();
    expect(asked.ids).toEqual(['prj_0002']);
  });
});
