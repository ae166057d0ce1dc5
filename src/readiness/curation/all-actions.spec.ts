// Each action on rows that call for it.
import { aFacts, applied, anActionContext as context, dropped, planOf } from '../../../test/builders/curation-plan.js';
import { allChecks } from '../checks/all-checks.js';
import { actionNamed, allActions } from './all-actions.js';

const accepted = { accepted: true };

describe('actions', () => {
  it('are each there once, with a question and an honest sentence', () => {
    const ids = allActions.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { question, does, changes } of allActions) {
      expect(question.endsWith('?')).toBe(true);
      expect(does.length).toBeGreaterThan(30);
      expect(changes.length).toBeGreaterThan(0);
    }
  });

  it('are what checks name as their remedy, and name checks that there are', () => {
    const [actions, checks] = [allActions.map(({ id }) => id), allChecks.map(({ id }) => id)];
    for (const { action } of allChecks) {
      expect([...actions, null]).toContain(action);
    }
    for (const { changes } of allActions) {
      expect(checks).toEqual(expect.arrayContaining([...changes]));
    }
  });

  it('take equal training rows but one out, and keep the best liked', () => {
    const rows = [
      aFacts({ declaredSplit: 'auto', line: 1, origin: 'import' }),
      aFacts({ declaredSplit: 'train', line: 2, traits: accepted }),
      aFacts({ declaredSplit: 'train', line: 3, label: 'other' }),
      aFacts({ declaredSplit: 'holdout', line: 4 }),
    ];
    expect(dropped(planOf('drop-exact-duplicates', rows), rows)).toEqual([0]);
  });

  it('do not take rows for equal that only write the answer in another way of signs', () => {
    const rows = [aFacts({ label: 'Card arrival!' }), aFacts({ label: 'card arrival', input: 'Where is my card?' })];
    expect(dropped(planOf('drop-exact-duplicates', rows), rows)).toHaveLength(1);
  });

  it('keep the one answer to a prompt that most rows gave', () => {
    const rows = [1, 2, 3].map((line) =>
      aFacts({ label: line === 1 ? 'no' : 'yes', line, traits: line === 1 ? accepted : {} }),
    );
    const other = aFacts({ label: 'yes', input: 'where is my card?', line: 4 });
    const all = [...rows, other];
    expect(dropped(planOf('keep-best-answer', all, { by: 'majority' }), all)).toContain(0);
    expect(dropped(planOf('keep-best-answer', all), all)).toEqual([1, 2, 3]);
  });

  it('take near duplicates out, but never one with another label', () => {
    const texts = ['how do I change the address of my order', 'how do I change the address of my orders'];
    const rows = [
      aFacts({ input: texts[0] ?? '', label: 'address', line: 1 }),
      aFacts({ input: texts[1] ?? '', label: 'address', line: 2 }),
      aFacts({ input: `${texts[1] ?? ''}!`, label: 'order', line: 3 }),
      aFacts({ input: 'something that nobody else asks at all', label: 'address', line: 4 }),
    ];
    expect(dropped(planOf('drop-near-duplicates', rows), rows)).toEqual([1]);
    expect(dropped(planOf('drop-near-duplicates', rows, {}, { taskKind: 'generation' }), rows)).toEqual([1, 2]);
  });

  it('write pseudonyms that are the same for the same value, and then find nothing', () => {
    const rows = [
      aFacts({ input: 'write to ada@example.com please', line: 1 }),
      aFacts({ input: 'is ada@example.com right?', line: 2, declaredSplit: 'holdout' }),
      aFacts({ input: 'nothing private here', line: 3 }),
    ];
    const edits = planOf('mask-personal-data', rows);
    expect(edits).toHaveLength(2);
    const after = applied(rows, edits);
    const tokens = after.flatMap(({ example }) => /\[EMAIL_[0-9A-F]+\]/.exec(example.input)?.[0] ?? []);
    expect(new Set(tokens).size).toBe(1);
    expect(planOf('mask-personal-data', after)).toEqual([]);
  });

  it('take rows with a secret out on both sides', () => {
    const key = `AKIA${'IOSFODNN7EXAMPLE'}`;
    const rows = [
      aFacts({ input: `my key is ${key}`, line: 1, declaredSplit: 'holdout' }),
      aFacts({ input: 'my key does not work', line: 2 }),
    ];
    expect(dropped(planOf('drop-secret-rows', rows), rows)).toEqual([0]);
  });

  it('join neighbouring turns of one role, and leave calls alone', () => {
    const call = { id: 'c', name: 'f', arguments: '{}' };
    const rows = [
      aFacts({
        messages: [
          { role: 'user', content: 'one' },
          { role: 'user', content: 'two' },
          { role: 'assistant', content: '', toolCalls: [call] },
          { role: 'tool', content: 'a', toolCallId: 'c' },
          { role: 'assistant', content: 'so' },
          { role: 'assistant', content: 'it is' },
        ],
      }),
      aFacts(),
    ];
    const [edit, ...others] = planOf('merge-turns', rows);
    expect(others).toEqual([]);
    const turns = edit?.change.kind === 'replace' ? edit.change.content.messages : [];
    expect(turns.map(({ role, content }) => `${role}:${content}`)).toEqual([
      'user:one\n\ntwo',
      'assistant:',
      'tool:a',
      'assistant:so\n\nit is',
    ]);
  });

  it('take answers out that were cut, that are empty, that are too long', () => {
    const rows = [
      aFacts({ line: 1, traits: { finish: 'length' } }),
      aFacts({ line: 2, label: ' ' }),
      {
        ...aFacts({ line: 3, label: 'long' }),
        tokens: { atLeast: 101, atMost: 200, fits: false, exact: null, trainable: 7 },
      },
      {
        ...aFacts({ line: 4, label: 'maybe' }),
        tokens: { atLeast: 99, atMost: 200, fits: null, exact: null, trainable: null },
      },
      aFacts({ line: 5, label: '', declaredSplit: 'holdout', traits: { finish: 'length' } }),
    ];
    expect(dropped(planOf('drop-truncated', rows), rows)).toEqual([0]);
    expect(dropped(planOf('drop-empty-answers', rows), rows)).toEqual([1]);
    expect(dropped(planOf('drop-over-length', rows), rows)).toEqual([2]);
  });

  it('keep as many refusals as production has', () => {
    const rows = Array.from({ length: 40 }, (_, at) =>
      aFacts({
        input: `question ${at}`,
        label: at < 20 ? "I'm sorry, but I can't help with that." : `answer ${at}`,
        line: at,
      }),
    );
    const gone = dropped(planOf('drop-refusals', rows), rows);
    expect(gone).toHaveLength(18);
    expect(gone.every((at) => at < 20)).toBe(true);
    expect(planOf('drop-refusals', rows, { shareMax: 0 })).toHaveLength(20);
    expect(planOf('drop-refusals', rows, { shareMax: 1 })).toHaveLength(0);
  });

  it('say why they cannot go on with what is known', () => {
    expect(actionNamed('drop-refusals')?.start({ ...context, refusalShare: null }, {})).toMatch(/shareMax/);
    expect(actionNamed('drop-over-length')?.start({ ...context, limitTokens: null }, {})).toMatch(/not known/);
    expect(actionNamed('relabel')?.start({ ...context, taskKind: 'generation' }, { aliases: { a: 'b' } })).toMatch(
      /labels/,
    );
  });

  it('strip sentences that many prompts repeat, and leave rows that would be empty', () => {
    const frame = 'You are talking to the help desk of the shop.';
    const rows = Array.from({ length: 10 }, (_, at) =>
      aFacts({ input: at === 9 ? frame : `${frame} Where is parcel number ${at} now?`, line: at }),
    );
    const edits = planOf('strip-boilerplate', rows, { shareMin: 0.5 });
    expect(edits).toHaveLength(9);
    expect(applied(rows, edits)[0]?.example.input).toBe('Where is parcel number 0 now?');
  });

  it('take leaked training rows out, near ones too unless told, and never held-out rows', () => {
    const rows = [
      aFacts({ input: 'How do I change the address of my order', line: 1 }),
      aFacts({ input: 'how do I change the address of my orders', line: 2 }),
      aFacts({ input: 'how do i change the address of my order?', line: 3, declaredSplit: 'holdout' }),
      aFacts({ input: 'why was my card declined in the shop', line: 4 }),
    ];
    expect(dropped(planOf('drop-leaked', rows), rows)).toEqual([0, 1]);
    expect(dropped(planOf('drop-leaked', rows, { reach: 'exact' }), rows)).toEqual([0]);
    expect(planOf('drop-leaked', applied(rows, planOf('drop-leaked', rows)))).toEqual([]);
  });

  it('put all rows of a group on one side', () => {
    const rows = Array.from({ length: 12 }, (_, at) =>
      aFacts({
        input: `question ${at} of somebody`,
        line: at,
        declaredSplit: at < 3 ? 'holdout' : 'train',
        traits: { group: at % 3 === 2 ? null : `user ${at % 3}` },
      }),
    );
    const after = applied(rows, planOf('resplit-by-group', rows));
    const sides = new Map<string, Set<string>>();
    for (const { example } of after) {
      const key = example.traits.group ?? `none ${example.rowKey}`;
      sides.set(key, (sides.get(key) ?? new Set()).add(example.declaredSplit));
    }
    expect([...sides.values()].every((one) => one.size === 1)).toBe(true);
    expect(sides.get('user 0')).toEqual(new Set(['holdout']));
  });

  it('write one label for another, and take out exactly the rows that are named', () => {
    const rows = [
      aFacts({ label: ' Refund_asked ' }),
      aFacts({ label: 'refund_asked', line: 2 }),
      aFacts({ label: 'x', line: 3 }),
    ];
    const edits = planOf('relabel', rows, { aliases: { Refund_asked: 'refund_asked' } });
    expect(applied(rows, edits).map(({ example }) => example.label)).toEqual(['refund_asked', 'refund_asked', 'x']);
    const rowKeys = [rows[2]?.example.rowKey ?? ''];
    expect(dropped(planOf('drop-by-row-keys', rows, { rowKeys }), rows)).toEqual([2]);
  });
});
