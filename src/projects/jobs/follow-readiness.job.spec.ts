import { aProject } from '../../../test/builders/a-project.js';
import { anAssessRequest } from '../../../test/builders/readiness-rooms.js';
import { FakeClock } from '../../../test/fakes/clock.fake.js';
import { WordLearner } from '../../../test/fakes/learner.fake.js';
import { loadConfiguration } from '../../platform/config/load-configuration.client.js';
import { Log } from '../../platform/telemetry/log.client.js';
import type { AssessRequest } from '../../readiness/gathering/assess-request.js';
import type { Project } from '../project.js';
import { FollowReadiness } from './follow-readiness.job.js';
import { type UnfollowedQuery, UnfollowedTraffic } from './unfollowed-traffic.js';

class WaitingProjects extends UnfollowedTraffic {
  ids: readonly string[] = [];
  readonly asked: UnfollowedQuery[] = [];

  async projects(query: UnfollowedQuery): Promise<readonly string[]> {
    this.asked.push(query);
    return this.ids;
  }
}

class Following {
  readonly clock = new FakeClock();
  readonly traffic = new WaitingProjects();
  readonly followed: AssessRequest[] = [];
  readonly broken = new Set<string>();
  project: (id: string) => Project | null = (id) => aProject({ id });
  readonly job: FollowReadiness;
  private readonly every: { readonly name: string; readonly intervalMs: number }[] = [];

  constructor() {
    this.job = new FollowReadiness(
      { every: (name: string, intervalMs: number) => this.every.push({ name, intervalMs }) } as never,
      { find: async (id: string) => this.project(id) } as never,
      { policyOf: () => ({}) } as never,
      { follow: (request: AssessRequest) => this.follow(request) } as never,
      { of: async ({ id }: Project) => anAssessRequest({ projectId: id, learner: new WordLearner() }) } as never,
      new Log('silent'),
      this.traffic,
      this.clock,
      loadConfiguration({}).configuration,
    );
  }

  get told(): string[] {
    return this.followed.splice(0).map(({ projectId }) => projectId);
  }

  rhythm() {
    this.job.onModuleInit();
    return this.every;
  }

  private async follow(request: AssessRequest): Promise<void> {
    if (this.broken.has(request.projectId)) {
      throw new Error('the store is gone');
    }
    this.followed.push(request);
  }
}

describe('following the traffic of projects that collect', () => {
  it('takes place every minute unless told otherwise, and leaves projects that were told within the last one', async () => {
    const following = new Following();
    expect(following.rhythm()).toEqual([{ name: 'follow-readiness', intervalMs: 60_000 }]);
    await following.job.round();
    expect(following.traffic.asked).toEqual([
      expect.objectContaining({
        stages: ['assessing', 'deciding', 'collecting'],
        toldBefore: following.clock.now() - 60_000,
      }),
    ]);
  });

  it('asks no student, and looks at a few projects at a time, the others next', async () => {
    const following = new Following();
    following.traffic.ids = ['a', 'b', 'c', 'd', 'e'];
    await following.job.round();
    expect(following.followed.map(({ learner }) => learner)).toEqual([null, null, null]);
    expect(following.told).toEqual(['a', 'b', 'c']);
    following.clock.advance(60_000);
    await following.job.round();
    expect(following.told).toEqual(['d', 'e', 'a']);
  });

  it('goes on with the others where one breaks, and lets them go first the next time', async () => {
    const following = new Following();
    following.traffic.ids = ['a', 'b', 'c', 'd'];
    following.broken.add('a');
    await following.job.round();
    expect(following.told).toEqual(['b', 'c']);
    following.clock.advance(60_000);
    following.traffic.ids = ['a', 'd', 'e', 'f'];
    await following.job.round();
    expect(following.told).toEqual(['d', 'e', 'f']);
  });

  it('leaves a project alone that has moved on, or is gone, since it was found', async () => {
    const following = new Following();
    following.traffic.ids = ['a', 'b'];
    const { snapshot } = aProject();
    const moved = { ...snapshot, value: { ...(snapshot.value as object), stage: 'aborted' } as typeof snapshot.value };
    following.project = (id) => (id === 'a' ? null : aProject({ id, snapshot: moved }));
    await following.job.round();
    expect(following.told).toEqual([]);
  });
});
