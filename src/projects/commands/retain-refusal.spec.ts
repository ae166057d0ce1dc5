import type { ForcedMode } from '../standing/project-standing.js';
import { retainRefusal } from './retain-refusal.js';

const forced: ForcedMode = {
  because: 'gpt-4 is shut down on 2026-10-23, in 9 days; leaving takes 180 days.',
  shutdownOn: '2026-10-23',
  daysLeft: 9,
  leadTimeDays: 180,
  replacements: ['gpt-5.5'],
  advice: 'Capture its calls while it answers.',
};

describe('retaining a closed model', () => {
  it('is free where nothing forces', () => {
    expect(retainRefusal(null, null)).toBeNull();
  });

  it('takes a reason where the model is about to end', () => {
    expect(retainRefusal(forced, ' ')?.detail).toContain('In its place: gpt-5.5.');
    expect(retainRefusal(forced, 'The task ends this week.')).toBeNull();
  });

  it('is refused whatever the reason where the model has ended', () => {
    const gone = { ...forced, daysLeft: 0 };
    expect(retainRefusal(gone, 'We like it.')).toMatchObject({ code: 'conflict' });
    expect(retainRefusal({ ...gone, daysLeft: -33, replacements: [] }, 'We like it.')?.detail).toContain('abort');
  });
});
