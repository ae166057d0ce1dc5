import { aRoutePlan } from '../../test/builders/a-route-plan.js';
import { notice, type Watch, type WatchNews, type WatchSubject } from './watch.js';

/** What is told of a row of looks, `.` for a success and `x` for a failure; a digit begins that step. */
function told(subject: WatchSubject, looks: string): (WatchNews | null)[] {
  let watch: Watch | null = null;
  let stepEnteredAt = 0;
  const heard: (WatchNews | null)[] = [];
  for (const look of looks) {
    if (look !== '.' && look !== 'x') {
      stepEnteredAt = Number(look);
      continue;
    }
    const noticed = notice(watch, { subject, plan: aRoutePlan({ stepEnteredAt }), succeeded: look === '.' });
    watch = noticed.watch;
    heard.push(noticed.news);
  }
  return heard;
}

describe('the watch', () => {
  it('tells of lost telemetry at the second failure in a row, once, and of its return, once', () => {
    expect(told('telemetry', 'xxx..')).toEqual([null, 'TELEMETRY_LOST', null, 'TELEMETRY_RESTORED', null]);
  });

  it('forgets a failure after a success', () => {
    expect(told('telemetry', 'x.x.x')).toEqual([null, null, null, null, null]);
  });

  it('tells that the incumbent is down at the third failure, and up at the first success', () => {
    expect(told('fallback', 'xxxx.')).toEqual([null, null, 'FALLBACK_DOWN', null, 'FALLBACK_UP']);
  });

  it('tells trouble again to a new step, at its first failure there', () => {
    expect(told('fallback', 'xxx2x')).toEqual([null, null, 'FALLBACK_DOWN', 'FALLBACK_DOWN']);
  });

  it('tells a new step of a return from trouble that an earlier one heard of', () => {
    expect(told('telemetry', 'xx2.')).toEqual([null, 'TELEMETRY_LOST', 'TELEMETRY_RESTORED']);
  });

  it('saves nothing while all is well', () => {
    const look = { subject: 'telemetry', plan: aRoutePlan(), succeeded: true } as const;
    expect(notice(null, look).isChanged).toBe(false);
  });
});
