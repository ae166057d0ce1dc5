// Which rows do the checks of form find, and which ones do they let be?
import { anIntakeOf, type Delivery } from '../../../../test/builders/deliveries.js';
import { type RowFactsParts, rowFactsApart } from '../../../../test/builders/row-facts.js';
import { judged } from '../../../../test/builders/set-context.js';
import type { Check } from '../../check.js';
import type { Message } from '../../rows/example.js';
import { formatChecks } from './format-checks.js';

function byId(id: string): Check {
  const check = formatChecks.find((one) => one.id === id);
  if (check === undefined) {
    throw new RangeError(id);
  }
  return check;
}

/** Rows alike in form, the first `odd` of them with something more. */
const rows = (count: number, odd = 0, parts: RowFactsParts = {}) =>
  rowFactsApart(count, (at) => (at < odd ? parts : {}));
const outcome = (
  id: string,
  count: number,
  delivery: Delivery = {},
  more: { odd?: number; parts?: RowFactsParts } = {},
) =>
  judged(byId(id), rows(count, more.odd, more.parts), {
    taskKind: 'closed-set classification',
    intake: anIntakeOf({ rows: count, ...delivery }),
  }).outcome;
const noted = (note: string) => ({ traits: { notes: [note] } }) as RowFactsParts;
const turns = (...roles: Message['role'][]) => roles.map((role) => ({ role, content: role }));

describe('the checks of form', () => {
  it.each<[string, RowFactsParts]>([
    ['F08', { messages: turns('user', 'user', 'assistant') }],
    ['F08', { messages: turns('user', 'assistant', 'assistant') }],
    ['F08', { messages: turns('assistant', 'user', 'assistant') }],
    ['F09', noted('turns.trimmed')],
    ['F10', { label: ' ' }],
    ['F18', { label: 'Dear {{ customer }}' }],
    ['F18', { label: `Hello $${'{name}'}!` }],
    ['F18', { label: 'Call <PHONE_NUMBER>.' }],
    ['F18', { label: 'Sincerely, [Your Name]' }],
    ['F18', { label: 'Lorem ipsum dolor' }],
    ['F18', { label: `TO${'DO'}: answer this` }],
    ['F19', { label: 'a \ufffd b' }],
    ['F19', { input: 'cafÃ©' }],
    ['F19', { input: 'itâ€™s' }],
    ['F19', { input: 'a\u0085b' }],
    ['F19', noted('text.control')],
    ['F19', { label: 'a\ue001b' }],
  ])('%s finds a row such as %j, and shows it', (id, parts) => {
    const limits = { F09: 6, F08: 2, F10: 1, F18: 2, F19: 2 } as Record<string, number>;
    expect(outcome(id, 100)).toBe('pass');
    expect(outcome(id, 100, {}, { odd: limits[id] ?? 0, parts })).toBe('fail');
    const found = judged(byId(id), rows(100, 1, parts), { intake: anIntakeOf({ rows: 100 }) });
    expect([found.measured.numerator, found.measured.denominator, found.measured.evidenceTotal]).toEqual([1, 100, 1]);
    expect(found.measured.evidence).toHaveLength(1);
  });

  it.each<[string, RowFactsParts]>([
    [
      'F08',
      {
        messages: [
          ...turns('system', 'user'),
          { role: 'assistant', content: '', toolCalls: [] },
          ...turns('tool', 'tool', 'assistant'),
        ],
      },
    ],
    ['F08', { kind: 'text' }],
    [
      'F10',
      {
        messages: [
          ...turns('user'),
          { role: 'assistant', content: '', toolCalls: [{ id: 'a', name: 'f', arguments: '{}' }] },
        ],
      },
    ],
    ['F18', { label: 'if (a < B) { return [1]; } <b>' }],
    ['F18', { input: '{{ a }}' }],
    [
      'F18',
      {
        messages: [...turns('user'), { role: 'assistant', content: '{{a}}', weight: 0 }, ...turns('user', 'assistant')],
      },
    ],
    ['F19', { input: 'Österreich, naïve café — “quoted” ‘it’ 😀 Ângela Ção' }],
    ['F19', { input: 'a\tb\r\nc' }],
  ])('%s finds nothing in %j', (id, parts) => {
    expect(outcome(id, 40, {}, { odd: 40, parts })).toBe('pass');
  });
});
