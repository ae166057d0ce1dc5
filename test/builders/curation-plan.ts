// Plans of curation over rows that are at hand, and the rows as they stand afterwards.
import { actionNamed } from '../../src/readiness/curation/all-actions.js';
import { identityOf } from '../../src/readiness/curation/better-row.js';
import type { ActionContext, ParameterValues } from '../../src/readiness/curation/curation-action.js';
import { readParameters } from '../../src/readiness/curation/read-parameters.js';
import type { RowEdit } from '../../src/readiness/curation/row-edit.js';
import { addBrought, nothingBrought, sideOfRow } from '../../src/readiness/curation/side-of-row.js';
import { findPrivate } from '../../src/readiness/privacy/find-private.js';
import { type Example, makeExample } from '../../src/readiness/rows/example.js';
import { promptKeyOf, type RowFacts } from '../../src/readiness/rows/row-facts.js';
import { anExample, aRowFacts, type RowFactsParts } from './row-facts.js';

export const anActionContext: ActionContext = {
  salt: 'prj_one/split/1',
  taskKind: 'closed-set classification',
  limitTokens: 100,
  refusalShare: 0.1,
};

export function planOf(
  id: string,
  rows: readonly RowFacts[],
  parameters: ParameterValues = {},
  more: Partial<ActionContext> = {},
): RowEdit[] {
  const action = actionNamed(id);
  const values = action === undefined ? [] : readParameters(action.parameters, parameters);
  const plan = action?.start({ ...anActionContext, ...more }, values as ParameterValues);
  if (plan === undefined || typeof plan === 'string') {
    throw new Error(plan ?? `no action ${id}`);
  }
  const brought = rows.reduce((so, { example }) => addBrought(so, example), nothingBrought);
  const placed = rows.map((facts) => ({
    facts,
    side: sideOfRow({ ...facts.example, promptKey: promptKeyOf(facts) }, anActionContext.salt, brought),
  }));
  for (const row of placed) {
    plan.look(row);
  }
  Array.from(plan.settle?.() ?? []);
  return placed.flatMap((row) => {
    const change = plan.edit(row);
    const { rowKey, declaredSplit } = row.facts.example;
    return change === null ? [] : [{ rowKey, declaredSplit, change }];
  });
}

export const dropped = (edits: readonly RowEdit[], rows: readonly RowFacts[]) => {
  const gone = new Set(
    edits.filter(({ change }) => change.kind === 'drop').map((edit) => `${edit.rowKey} ${edit.declaredSplit}`),
  );
  return rows.flatMap(({ example }, at) => (gone.has(identityOf(example)) ? [at] : []));
};

/** The rows as they stand after the step. */
export function applied(rows: readonly RowFacts[], edits: readonly RowEdit[]): RowFacts[] {
  const byRow = new Map(edits.map((edit) => [`${edit.rowKey} ${edit.declaredSplit}`, edit.change]));
  return rows.flatMap((facts) => {
    const change = byRow.get(identityOf(facts.example));
    if (change === undefined) {
      return [facts];
    }
    if (change.kind === 'drop') {
      return [];
    }
    const { origin, originId, line, declaredSplit } = facts.example;
    const place = { origin, originId, line };
    const example: Example =
      change.kind === 'move'
        ? { ...facts.example, declaredSplit: change.to }
        : makeExample(change.content, { ...place, declaredSplit });
    return [factsOf(example)];
  });
}

function factsOf(example: Example): RowFacts {
  const { kind, messages, traits, origin, originId, line, declaredSplit } = example;
  const facts = aRowFacts({ kind, messages, traits, origin, originId, line, declaredSplit });
  return { ...facts, privacy: findPrivate(example, anActionContext.salt) };
}

export const aFacts = (parts: RowFactsParts = {}) => factsOf(anExample(parts));
