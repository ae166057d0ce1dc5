import { loadCatalog } from '../../catalog/load-catalog.client.js';
import { forcedModeOf, incumbentLifeOf } from './forced-mode.js';

const catalog = loadCatalog();
const dayMs = 86_400_000;
const today = Date.parse('2026-11-25T12:00:00Z');
const lifeOf = (model: string, now = today, leadTimeDays = 180) =>
  incumbentLifeOf({ catalog, model, leadTimeDays, now });
const forcedAt = (now: number, leadTimeDays: number) => forcedModeOf(lifeOf('gpt-4', now, leadTimeDays));

describe('the forced mode', () => {
  it('holds for a model that is shut down already, and says why and what to train on', () => {
    const forced = forcedModeOf(lifeOf('gpt-4'));
    expect(forced).toMatchObject({ shutdownOn: '2026-10-23', leadTimeDays: 180 });
    expect(forced?.because).toBe('gpt-4 was shut down on 2026-10-23; leaving takes 180 days.');
    expect(forced?.daysLeft).toBeLessThanOrEqual(-33);
    expect(forced?.replacements.length).toBeGreaterThan(0);
    expect(forced?.advice).toContain('import');
  });

  it('holds for a model that ends before one can have left, and not where there is just time enough', () => {
    const end = today + (lifeOf('gpt-4').daysLeft ?? 0) * dayMs;
    const at = (days: number) => forcedAt(end - days * dayMs, 30);
    expect(at(40)).toBeNull();
    expect(at(20)?.because).toMatch(/^gpt-4 is shut down on 2026-10-23, in \d+ days; leaving takes 30 days\.$/);
    const life = lifeOf('gpt-4');
    expect(forcedModeOf({ ...life, daysLeft: 180 })).toBeNull();
    expect(forcedModeOf({ ...life, daysLeft: 179 })?.daysLeft).toBe(179);
    const said = (daysLeft: number) => forcedModeOf({ ...life, daysLeft })?.because;
    expect(said(0)).toBe('gpt-4 is shut down on 2026-10-23, within a day; leaving takes 180 days.');
    expect(said(1)).toContain('in 1 day;');
  });

  it('knows a model by what resellers put before its name', () => {
    expect(lifeOf('openai/gpt-4').shutdownOn).toBe('2026-10-23');
  });

  it('does not hold where no end is announced, for open weights, and for what no catalogue lists', () => {
    expect(forcedModeOf(lifeOf('meta-llama/Llama-2-7b-chat-hf'))).toBeNull();
    expect(lifeOf('closed-1')).toMatchObject({ isKnown: false, shutdownOn: null, daysLeft: null, replacements: [] });
    expect(forcedModeOf(lifeOf('closed-1'))).toBeNull();
  });
});
