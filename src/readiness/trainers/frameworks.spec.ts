import { anExample, type RowFactsParts } from '../../../test/builders/row-facts.js';
import type { Message } from '../rows/example.js';
import type { RowLengths, TurnLength } from '../tokens/row-lengths.js';
import { allTrainers } from './all-trainers.js';
import { shareTheBudget } from './share-the-budget.js';
import { type TrainerName, type TrainerSettings, trainerNames } from './trainer.js';

const settings: TrainerSettings = {
  limitTokens: 100,
  overLong: 'cut',
  learns: 'answers',
  dropsUnlearnt: true,
  alternatesStrictly: false,
  hasToolSlot: true,
};

const asked = (headTokens: number): TurnLength => ({
  role: 'user',
  headTokens,
  markedHeadTokens: 0,
  bodyTokens: 0,
  learnt: false,
});
const answered = (bodyTokens: number, headTokens = 0): TurnLength => ({
  role: 'assistant',
  headTokens,
  markedHeadTokens: 0,
  bodyTokens,
  learnt: true,
});

function lengths(turns: readonly TurnLength[], parts: Partial<RowLengths> = {}): RowLengths {
  return { kind: 'chat', openTokens: 0, turns, rejectedTokens: null, ...parts };
}

const fate = (name: TrainerName, row: RowLengths, more: Partial<TrainerSettings> = {}) =>
  allTrainers[name].fateOf(row, { ...settings, ...more });

const shape = (name: TrainerName, row: RowFactsParts, more: Partial<TrainerSettings> = {}) =>
  allTrainers[name].fateOfShape(anExample(row), { ...settings, ...more });

const rejected: Message = { role: 'assistant', content: 'no' };
const turns = (...roles: Message['role'][]): Message[] => roles.map((role) => ({ role, content: role }));
const picture: RowFactsParts = {
  kind: 'image-text',
  messages: [
    { role: 'user', content: '', images: [{ ref: 'a/cat.png', sha256: null }] },
    { role: 'assistant', content: 'a cat' },
  ],
};

describe('every trainer', () => {
  it.each(trainerNames.map((name) => [name] as const))('%s explains each rule by which it loses rows', (name) => {
    const trainer = allTrainers[name];
    expect(trainer.name).toBe(name);
    expect(trainer.question.endsWith('?')).toBe(true);
    const told = [
      shape(name, {}),
      shape(name, picture),
      shape(name, { messages: turns('user', 'user', 'assistant') }, { alternatesStrictly: true }),
      shape(name, {
        messages: [
          { role: 'user', content: 'q' },
          { role: 'assistant', content: 'a', weight: 0 },
        ],
      }),
      fate(name, lengths([asked(80), answered(50)], { rejectedTokens: 40 })),
      fate(name, lengths([asked(180), answered(50)], { rejectedTokens: 40 })),
    ];
    for (const one of told) {
      if (one?.rule !== undefined && one?.rule !== null) {
        expect(Object.keys(trainer.rules)).toContain(one.rule);
      }
    }
  });

  it.each(trainerNames.filter((name) => !name.endsWith('dpo') && name !== 'open-clip').map((name) => [name] as const))(
    '%s keeps a short row whole',
    (name) => {
      expect(shape(name, {})).toBeNull();
      expect(fate(name, lengths([asked(10), answered(90)]))).toEqual({
        fate: 'kept',
        rule: null,
        trainableTokens: 90,
        cutTokens: 0,
        answerCut: false,
      });
    },
  );
});

describe('TRL', () => {
  it('cuts at the end: at the limit nothing, one token over one token', () => {
    expect(fate('trl-sft', lengths([asked(50), answered(50)])).fate).toBe('kept');
    expect(fate('trl-sft', lengths([asked(50), answered(51)]))).toEqual({
      fate: 'cut',
      rule: 'trl.max-length',
      trainableTokens: 50,
      cutTokens: 1,
      answerCut: true,
    });
  });

  it('leaves out a row whose answers are all cut away; before July 2026 it stayed at zero loss', () => {
    const row = lengths([asked(100), answered(20)]);
    expect(fate('trl-sft', row)).toMatchObject({ fate: 'dropped', rule: 'trl.fully-masked', trainableTokens: 0 });
    expect(fate('trl-sft', row, { dropsUnlearnt: false })).toMatchObject({ fate: 'masked', rule: 'trl.fully-masked' });
  });

  it('still learns the first answer of a chat whose second is cut away', () => {
    const row = lengths([asked(20), answered(30), asked(60), answered(30)]);
    expect(fate('trl-sft', row)).toMatchObject({ fate: 'cut', trainableTokens: 30, cutTokens: 40, answerCut: true });
    expect(fate('trl-sft', row, { learns: 'last-answer' })).toMatchObject({ fate: 'dropped' });
  });

  it('does not take cutting a question for cutting an answer', () => {
    const row = lengths([asked(60), answered(30), asked(20)]);
    expect(fate('trl-sft', row)).toMatchObject({ fate: 'cut', answerCut: false, trainableTokens: 30 });
  });

  it('stops at roles that a strict template refuses, and takes them with another', () => {
    const row = { messages: turns('system', 'user', 'user', 'assistant') };
    expect(shape('trl-sft', row, { alternatesStrictly: true })).toMatchObject({ rule: 'trl.roles-refused' });
    expect(shape('trl-sft', row)).toBeNull();
    const tool = { messages: turns('user', 'assistant', 'tool', 'assistant') };
    expect(shape('trl-sft', tool, { alternatesStrictly: true })).toBeNull();
    expect(shape('trl-sft', tool, { alternatesStrictly: true, hasToolSlot: false })?.fate).toBe('dropped');
  });

  it('learns an answer whatever its weight, because it does not read it', () => {
    const messages: Message[] = [
      { role: 'user', content: 'q' },
      { role: 'assistant', content: 'a', weight: 0 },
    ];
    expect(shape('trl-sft', { messages })).toBeNull();
    const unweighted: TurnLength = { ...answered(30), learnt: false };
    expect(fate('trl-sft', lengths([asked(20), unweighted]))).toMatchObject({ fate: 'kept', trainableTokens: 30 });
  });

  it('learns questions, too, as it comes: a row whose answer is cut away stays', () => {
    const row = lengths([asked(100), answered(20)], { openTokens: 1 });
    const told = fate('trl-sft', row, { learns: 'everything' });
    expect(told).toMatchObject({ fate: 'cut', trainableTokens: 100, answerCut: true });
    expect(fate('trl-sft', lengths([answered(20)], { kind: 'text', openTokens: 1 }))).toMatchObject({
      trainableTokens: 21,
    });
  });

  it('counts to the answer what the marks of the template count to it', () => {
    const marked: TurnLength = { ...answered(20, 3), markedHeadTokens: 1 };
    expect(fate('trl-sft', lengths([asked(10), marked]))).toMatchObject({ trainableTokens: 21 });
    const last = { learns: 'last-answer' } as const;
    expect(fate('trl-sft', lengths([asked(10), marked]), last)).toMatchObject({ trainableTokens: 20 });
  });

  it('compares two answers, and needs room for both', () => {
    expect(shape('trl-dpo', {})).toMatchObject({ fate: 'dropped', rule: 'trl-dpo.no-pair' });
    expect(shape('trl-dpo', { kind: 'preference', rejected })).toBeNull();
    const pair = (head: number) => lengths([asked(head), answered(30)], { rejectedTokens: 50 });
    expect(fate('trl-dpo', pair(50))).toMatchObject({ fate: 'kept', trainableTokens: 80 });
    expect(fate('trl-dpo', pair(60))).toMatchObject({
      fate: 'cut',
      trainableTokens: 70,
      cutTokens: 10,
      answerCut: true,
    });
    const pairWithoutRoom = fate('trl-dpo', pair(100), { dropsUnlearnt: false });
    expect(pairWithoutRoom).toMatchObject({ fate: 'masked', rule: 'trl-dpo.answers-cut-away' });
  });
});

describe('Axolotl', () => {
  const long = lengths([asked(80), answered(21)]);

  it('leaves out, stops at, or cuts a row one token over the limit, as it is set', () => {
    expect(fate('axolotl', long, { overLong: 'drop' })).toMatchObject({
      fate: 'dropped',
      rule: 'axolotl.over-sequence-len',
    });
    expect(fate('axolotl', long, { overLong: 'raise' })).toMatchObject({ fate: 'dropped', rule: 'axolotl.raises' });
    expect(fate('axolotl', long)).toMatchObject({ fate: 'cut', rule: 'axolotl.truncated', trainableTokens: 20 });
    expect(fate('axolotl', lengths([asked(80), answered(20)]), { overLong: 'drop' }).fate).toBe('kept');
  });

  it('leaves out rows of one token', () => {
    expect(fate('axolotl', lengths([asked(0), answered(1)]))).toMatchObject({ rule: 'axolotl.too-short' });
    expect(fate('axolotl', lengths([asked(1), answered(1)])).fate).toBe('kept');
  });
});

describe('LLaMA-Factory', () => {
  it('shares the budget: a short answer is kept, a short question is kept, else in proportion', () => {
    expect(shareTheBudget(200, 40, 100)).toEqual({ sourceTokens: 60, targetTokens: 40 });
    expect(shareTheBudget(40, 200, 100)).toEqual({ sourceTokens: 40, targetTokens: 60 });
    expect(shareTheBudget(300, 100, 100)).toEqual({ sourceTokens: 75, targetTokens: 25 });
    expect(shareTheBudget(50, 50, 100)).toEqual({ sourceTokens: 50, targetTokens: 50 });
    expect(shareTheBudget(10, 20, 100)).toEqual({ sourceTokens: 10, targetTokens: 20 });
    expect(shareTheBudget(10, 20, Number.POSITIVE_INFINITY)).toEqual({ sourceTokens: 10, targetTokens: 20 });
  });

  it('cuts a long question before a short answer, which TRL would lose', () => {
    const row = lengths([asked(200), answered(40)]);
    expect(fate('llama-factory-sft', row)).toEqual({
      fate: 'cut',
      rule: 'llama-factory.cutoff-len',
      trainableTokens: 40,
      cutTokens: 140,
      answerCut: false,
    });
    expect(fate('trl-sft', row).fate).toBe('dropped');
  });

  it('leaves out the turns that follow once the budget is full', () => {
    const row = lengths([asked(60), answered(40), asked(10), answered(10)]);
    expect(fate('llama-factory-sft', row)).toMatchObject({
      fate: 'cut',
      rule: 'llama-factory.turns-left-out',
      trainableTokens: 40,
      cutTokens: 20,
      answerCut: true,
    });
  });

  it('skips rows whose turns do not pair', () => {
    const told = (...roles: Message['role'][]) => shape('llama-factory-sft', { messages: turns(...roles) });
    expect(told('system', 'user', 'assistant')).toBeNull();
    expect(told('user', 'assistant', 'tool', 'tool', 'assistant')).toBeNull();
    expect(told('user', 'user', 'assistant')).toMatchObject({ fate: 'dropped', rule: 'llama-factory.role-order' });
    expect(told('user', 'system', 'assistant')).toMatchObject({ rule: 'llama-factory.role-order' });
    expect(told('assistant', 'user', 'assistant')).toMatchObject({ rule: 'llama-factory.role-order' });
    expect(shape('llama-factory-sft', { kind: 'text', messages: turns('assistant') })).toBeNull();
  });

  it('takes pairs after an odd number of turns', () => {
    const pair = (...roles: Message['role'][]) =>
      shape('llama-factory-dpo', { kind: 'preference', rejected, messages: turns(...roles) });
    expect(pair('user', 'assistant')).toBeNull();
    expect(pair('user', 'assistant', 'user', 'assistant')).toBeNull();
    expect(pair('user', 'user', 'assistant')).toMatchObject({ rule: 'llama-factory-dpo.role-order' });
    const row = lengths([asked(300), answered(80)], { rejectedTokens: 100 });
    expect(fate('llama-factory-dpo', row)).toMatchObject({ fate: 'cut', trainableTokens: 50, answerCut: true });
  });
});

describe('the others', () => {
  it('Unsloth removes rows whose answers are cut away', () => {
    expect(fate('unsloth', lengths([asked(100), answered(1)]))).toMatchObject({ rule: 'unsloth.fully-masked' });
    expect(
      shape('unsloth', { messages: turns('user', 'user', 'assistant') }, { alternatesStrictly: true }),
    ).toMatchObject({
      rule: 'unsloth.template-exception',
    });
  });

  it('torchtune tests the roles whatever the template, and keeps rows with nothing to learn', () => {
    expect(shape('torchtune', { messages: turns('user', 'user', 'assistant') })?.rule).toBe('torchtune.roles-refused');
    expect(shape('torchtune', { messages: turns('user', 'assistant', 'assistant') })).toBeNull();
    expect(fate('torchtune', lengths([asked(100), answered(1)])).fate).toBe('masked');
  });

  it('Keras learns answers whatever their weight', () => {
    expect(fate('keras', lengths([asked(10), { ...answered(20), learnt: false }]))).toMatchObject({
      fate: 'kept',
      trainableTokens: 20,
    });
    expect(fate('keras', lengths([asked(100), answered(20)])).rule).toBe('keras.answer-cut-away');
  });

  it('open_clip takes pictures with captions, and cuts these at 77', () => {
    expect(shape('open-clip', {})).toMatchObject({ rule: 'open-clip.no-picture' });
    expect(shape('open-clip', picture)).toBeNull();
    const caption = (tokens: number) =>
      fate('open-clip', lengths([answered(tokens)], { openTokens: 1 }), { limitTokens: 77 });
    expect(caption(76).fate).toBe('kept');
    expect(caption(77)).toMatchObject({ fate: 'cut', rule: 'open-clip.caption-cut', cutTokens: 1 });
  });

  it('learners of labels cut nothing', () => {
    expect(fate('scikit-learn', lengths([asked(10_000), answered(1)]), { limitTokens: null }).fate).toBe('kept');
    expect(shape('baseline-student', picture)).toMatchObject({ fate: 'dropped', rule: 'labels.no-class' });
  });
});
