import type { ActionParameter } from './curation-action.js';
import { readParameters } from './read-parameters.js';

const about = 'x';
const declared: readonly ActionParameter[] = [
  { name: 'shareMax', kind: 'share', about, required: false },
  { name: 'by', kind: 'choice', about, required: false, choices: ['rating', 'majority'] },
  { name: 'rowKeys', kind: 'row keys', about, required: true },
  { name: 'aliases', kind: 'aliases', about, required: false },
];
const rowKeys = ['a'.repeat(64)];

describe('parameters of an action', () => {
  it('are taken, with the first choice where none is made', () => {
    expect(readParameters(declared, { rowKeys })).toEqual({ rowKeys, by: 'rating' });
  });

  it('have all their faults named at once', () => {
    const faults = readParameters(declared, { shareMax: 2, by: 'luck', aliases: { a: '' }, other: 1 });
    expect((faults as readonly { pointer: string }[]).map(({ pointer }) => pointer)).toEqual([
      '/parameters/other',
      '/parameters/shareMax',
      '/parameters/by',
      '/parameters/rowKeys',
      '/parameters/aliases',
    ]);
  });

  it.each([[[]], ['x'], [['A'.repeat(64)]], [[1]], [{}]])('do not take %j for row keys', (value) => {
    expect(readParameters(declared, { rowKeys: value })).toEqual([
      { pointer: '/parameters/rowKeys', reason: expect.stringContaining('row keys') },
    ]);
  });

  it('do not take inherited names', () => {
    expect(readParameters([{ name: 'constructor', kind: 'share', about, required: false }], {})).toEqual({});
  });
});
