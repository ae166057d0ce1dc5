// The right to train, the candidate's licence, lock-in and the life of the incumbent: opens, stays closed, cannot tell, and
// what is said exactly at the threshold.
import { anEvidence, factsNow, goodFacts, goodValues } from '../../../test/builders/gate-facts.js';
import type { Evidence, EvidenceKind } from '../../kernel/evidence.js';
import type { GateName } from '../../kernel/policy.js';
import type { Outcome } from '../../kernel/verdict.js';
import { gateNamed } from '../all-gates.js';
import type { Facts } from '../facts.js';
import { judgeGate } from '../judge-gate.js';

const minute = 60_000;
const judge = (gate: GateName, facts: Facts) => judgeGate({ gate: gateNamed(gate), facts });
const readiness = goodValues['readiness.report'];
const rights = (outcome: 'pass' | 'warn' | 'fail' | 'inconclusive' | 'error', id = 'R01') =>
  anEvidence('readiness.report', {
    checks: readiness.checks.map((one) => (one.id === id ? { ...one, outcome, blocking: false } : one)),
  });
const withoutRights = anEvidence('readiness.report', {
  checks: readiness.checks.filter(({ id }) => !id.startsWith('R0')),
});
const condition = (state: 'met' | 'duty' | 'unknown' | 'broken') =>
  anEvidence('rights.ruling', { conditions: [{ id: 'users', state, text: 'It ends at 700 million users.' }] });
const life = (change: Parameters<typeof anEvidence<'incumbent.life'>>[1]) => anEvidence('incumbent.life', change);
const floor = { name: 'training-forbidden', blocks: true, because: 'The vendor forbids it.' };
const barred = anEvidence('lockin.score', { floors: [floor], blockedBecause: [floor.because] });

type Row = readonly [string, GateName, Outcome, Evidence];

const rows: readonly Row[] = [
  ['a right that is barred', 'data-ready', 'fail', rights('fail')],
  ['a right that waits for a signature', 'data-ready', 'inconclusive', rights('inconclusive')],
  ['a consent that is barred', 'data-ready', 'fail', rights('fail', 'R03')],
  ['a right whose reading is old', 'data-ready', 'pass', rights('warn')],
  ['a right that could not be measured', 'data-ready', 'error', rights('error', 'R02')],
  ['a report that says nothing of rights', 'data-ready', 'inconclusive', withoutRights],
  [
    'a source that is barred beside checks that pass',
    'data-ready',
    'fail',
    anEvidence('readiness.report', { rights: [{ source: 'vendor:closed/api', rows: 1, ruling: 'blocked' }] }),
  ],
  ['a licence that bars the use', 'intake', 'fail', condition('broken')],
  ['a licence whose duties nobody accepted yet', 'intake', 'pass', condition('duty')],
  ['a licence of which nobody said enough', 'intake', 'pass', condition('unknown')],
  ['no licence on file', 'intake', 'pass', anEvidence('rights.ruling', { licence: null, conditions: [] })],
  ['a floor of lock-in that bars', 'intake', 'fail', barred],
  ['a severe lock-in', 'intake', 'pass', anEvidence('lockin.score', { score: 80, low: 76, high: 90 })],
  ['a floor of lock-in that bars', 'candidate-exists', 'fail', barred],
  ['a licence that bars the use', 'candidate-exists', 'fail', condition('broken')],
  ['duties that somebody accepted', 'candidate-exists', 'pass', condition('duty')],
  ['a way back that ends too soon', 'ready-to-complete', 'fail', life({ daysLeft: 19 })],
  ['a way back that just lasts', 'ready-to-complete', 'pass', life({ daysLeft: 20 })],
  ['a way back that has ended', 'ready-to-complete', 'fail', life({ daysLeft: -3 })],
  ['a way back without an end', 'ready-to-complete', 'pass', life({ daysLeft: null, shutdownOn: null })],
  ['a way back that no catalogue lists', 'ready-to-complete', 'pass', life({ isKnown: false, daysLeft: null })],
];

function without(kind: EvidenceKind): Facts {
  const { [kind]: _, ...evidence } = goodFacts().evidence;
  return { ...goodFacts(), evidence };
}

describe('the gates, by rights and ties', () => {
  it.each(rows)('with %s, %s is judged %s', (_, gate, outcome, evidence) => {
    expect(judge(gate, goodFacts(evidence)).outcome).toBe(outcome);
  });

  it.each([
    ['intake', 'lock-in-is-bearable', 'lockin.score'],
    ['intake', 'target-licence-fits', 'rights.ruling'],
  ] as const)('%s shows that %s cannot tell without %s, and does not wait for it', (gate, id, kind) => {
    const { outcome, criteria } = judge(gate, without(kind));
    expect(outcome).toBe('pass');
    expect(criteria.find((one) => one.id === id)).toMatchObject({ role: 'signal', outcome: 'inconclusive' });
  });

  it('shows a lock-in as bearable, unbearable or open by its interval against the policy’s limit', () => {
    const shown = (low: number, high: number) =>
      judge('intake', goodFacts(anEvidence('lockin.score', { low, high }))).criteria.find(
        (one) => one.id === 'lock-in-is-bearable',
      )?.outcome;
    expect([shown(60, 74.9), shown(60, 75), shown(75, 90)]).toEqual(['pass', 'inconclusive', 'fail']);
  });

  it('counts a score of lock-in for two days and no longer', () => {
    const aged = (ms: number) =>
      judge('intake', goodFacts(anEvidence('lockin.score', {}, { measuredAt: factsNow - ms }))).criteria.find(
        (one) => one.id === 'lock-in-is-bearable',
      )?.outcome;
    expect([aged(2880 * minute), aged(2880 * minute + 1)]).toEqual(['pass', 'inconclusive']);
  });

  it('judges a policy that is older than lock-in by the usual limits', () => {
    const { lockIn: _, ...policy } = goodFacts().policy;
    const facts = { ...goodFacts(life({ daysLeft: 14 })), policy };
    expect(judge('ready-to-complete', facts).outcome).toBe('pass');
    expect(judge('ready-to-complete', { ...facts, ...goodFacts(life({ daysLeft: 13 })), policy }).outcome).toBe('fail');
  });

  it('waits for the acceptance of a licence before the candidate is served', () => {
    const duty = (outcome: 'pass' | 'fail' | 'inconclusive' | 'error') => {
      const facts = goodFacts(condition('duty'), rights(outcome, 'R04'));
      return judge('candidate-exists', facts).outcome;
    };
    expect(duty('pass')).toBe('pass');
    expect([duty('fail'), duty('inconclusive'), duty('error')]).toEqual(['inconclusive', 'inconclusive', 'error']);
  });

  it('tells the share of rows under each ruling', () => {
    const sources = [
      { source: 'vendor:closed/api', rows: 30, ruling: 'permitted' },
      { source: 'vendor:other/api', rows: 10, ruling: 'acknowledge' },
      { source: 'import:imp_1', rows: 5, ruling: 'permitted' },
    ];
    const { criteria } = judge('data-ready', goodFacts(anEvidence('readiness.report', { rights: sources })));
    const text = criteria.find((one) => one.id === 'right-to-train')?.text;
    expect(text).toContain('From vendors: 75.0 % permitted, 25.0 % to be signed for.');
    expect(text).toContain('Uploaded, by author and by licence: 100.0 % permitted.');
  });

  it('takes no declared report for the right to train', () => {
    const declared = anEvidence('readiness.report', {}, { source: 'declared' });
    const { outcome, criteria } = judge('data-ready', goodFacts(declared));
    expect(outcome).toBe('inconclusive');
    expect(criteria.find((one) => one.id === 'right-to-train')?.outcome).toBe('inconclusive');
  });
});
