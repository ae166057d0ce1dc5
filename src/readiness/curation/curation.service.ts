// Mends a project's rows by named actions: shows first what an action would do, then takes it as a step that can be undone.
// Rows as delivered stay as they are; every step is a new version of the data set, to be measured anew.
import { setImmediate as nextTurn } from 'node:timers/promises';
import { Inject, Injectable } from '@nestjs/common';
import { canonicalJson } from '../../kernel/canonical-json.js';
import { Clock } from '../../kernel/clock.js';
import { sha256Hex } from '../../kernel/digest.js';
import { isRefusal, type Refusal, refusal } from '../../kernel/refusal.js';
import type { Finding, ReadinessReport } from '../report/readiness-report.js';
import { ReportStore } from '../report/report-store.js';
import type { KeyedExample } from '../rows/example.js';
import { ExampleStore } from '../rows/example-store.js';
import { splitSaltOf } from '../rows/split-of.js';
import { targetOf } from '../trainers/target-of.js';
import { actionNamed, allActions } from './all-actions.js';
import type { ActionPlan, CurationAction, ParameterValues, PlacedRow } from './curation-action.js';
import { type CurationStep, CurationStore } from './curation-store.js';
import { type PlanEffect, PlanTally } from './plan-tally.js';
import { readParameters } from './read-parameters.js';
import type { RowEdit } from './row-edit.js';
import { RowMeter } from './row-meter.js';
import { addBrought, type Brought, nothingBrought, sideOfRow } from './side-of-row.js';

export interface ActionRequest {
  readonly projectId: string;
  readonly action: string;
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface ApplyRequest extends ActionRequest {
  readonly reason: string;
  readonly by: string;
  readonly idempotencyKey: string;
  /** Of the preview that was looked at; null: whatever the plan is now. */
  readonly planDigest: string | null;
}

export interface OfferedAction {
  readonly action: CurationAction;
  /** Findings of the newest report that name it as their remedy. */
  readonly findings: readonly Finding[];
}

export interface TakenStep {
  readonly step: CurationStep;
  /** The key was used before, for the same step. */
  readonly replayed: boolean;
}

interface Prepared {
  readonly action: CurationAction;
  readonly parameters: ParameterValues;
  readonly report: ReadinessReport;
}

interface Planned {
  readonly effect: PlanEffect;
  readonly edits: () => AsyncGenerator<RowEdit>;
}

const rowsPerPage = 500;
const rowsPerTurn = 100;

@Injectable()
export class CurationService {
  /** Steps that are being taken here: a repeat that overtakes its first request must not begin anew. */
  private readonly underWay = new Set<string>();

  constructor(
    @Inject(ExampleStore) private readonly examples: ExampleStore,
    @Inject(CurationStore) private readonly steps: CurationStore,
    @Inject(ReportStore) private readonly reports: ReportStore,
    @Inject(RowMeter) private readonly meter: RowMeter,
    @Inject(Clock) private readonly clock: Clock,
  ) {}

  async offered(projectId: string): Promise<readonly OfferedAction[]> {
    const report = await this.newestReport(projectId);
    return allActions.map((action) => ({
      action,
      findings: (report?.findings ?? []).filter((finding) => finding.action === action.id),
    }));
  }

  async preview(request: ActionRequest): Promise<PlanEffect | Refusal> {
    const prepared = await this.prepare(request);
    const planned = isRefusal(prepared) ? prepared : await this.plan(request.projectId, prepared);
    return isRefusal(planned) ? planned : planned.effect;
  }

  /** A repeat with the same key gives the step that it made. */
  async apply(request: ApplyRequest): Promise<TakenStep | Refusal> {
    const id = stepIdOf(request);
    const known = await this.steps.find(request.projectId, id);
    if (known !== null) {
      return replay(known, request);
    }
    if (this.underWay.has(id)) {
      return refusal('idempotency-in-progress', 'This step is being taken; ask again in a moment.');
    }
    this.underWay.add(id);
    try {
      return await this.take(id, request);
    } finally {
      this.underWay.delete(id);
    }
  }

  private async take(id: string, request: ApplyRequest): Promise<TakenStep | Refusal> {
    const { projectId, reason, by } = request;
    const prepared = await this.prepare(request);
    const planned = isRefusal(prepared) ? prepared : await this.plan(projectId, prepared);
    if (isRefusal(prepared)) {
      return prepared;
    }
    if (isRefusal(planned)) {
      return planned;
    }
    const objection = objectionTo(planned.effect, request.planDigest);
    if (objection !== null) {
      return objection;
    }
    const { sample: _shown, ...effect } = planned.effect;
    const digestBefore = prepared.report.datasetDigest;
    const at = this.clock.now();
    const { action, parameters } = request;
    const step = { id, projectId, action, parameters, effect: { ...effect }, reason, digestBefore, by, at };
    return { step: await this.steps.apply(step, planned.edits()), replayed: false };
  }

  async undo(question: { projectId: string; stepId: string; by: string }): Promise<CurationStep | Refusal> {
    const undone = await this.steps.undo({ ...question, at: this.clock.now() });
    return undone ?? refusal('not-found', 'There is no such step in this project.');
  }

  history(projectId: string): Promise<readonly CurationStep[]> {
    return this.steps.list(projectId);
  }

  private async newestReport(projectId: string): Promise<ReadinessReport | null> {
    const [newest] = await this.reports.list({ projectId, after: null, limit: 1 });
    return newest ?? null;
  }

  private async prepare({ projectId, action: name, parameters: given }: ActionRequest): Promise<Prepared | Refusal> {
    const action = actionNamed(name);
    if (action === undefined) {
      const known = allActions.map(({ id }) => id).join(', ');
      const fields = [{ pointer: '/action', reason: `must be one of ${known}` }];
      return refusal('bad-request', 'There is no such action.', { fields });
    }
    const parameters = readParameters(action.parameters, given);
    if (Array.isArray(parameters)) {
      return refusal('bad-request', 'The parameters do not fit the action.', { fields: parameters });
    }
    const report = await this.newestReport(projectId);
    return report === null
      ? refusal('conflict', 'Nothing was measured yet: ask for a readiness report first, actions go by it.')
      : { action, parameters: parameters as ParameterValues, report };
  }

  private async plan(projectId: string, { action, parameters, report }: Prepared): Promise<Planned | Refusal> {
    const salt = splitSaltOf(projectId);
    // Reports of earlier methods name no target.
    const target =
      report.target ?? targetOf({ model: null, recipe: null, contextTokens: report.candidateContextTokens });
    const plan = action.start(
      {
        salt,
        taskKind: report.taskKind,
        limitTokens: target.limitTokens,
        refusalShare: report.statistics?.shift?.refusalShare ?? null,
      },
      parameters,
    );
    if (typeof plan === 'string') {
      return refusal('conflict', plan);
    }
    const factsOf = this.meter.make({ target, salt, looksForPrivate: action.needsPrivacy });
    const brought = await this.brought(projectId);
    const place = (row: KeyedExample): PlacedRow => ({ facts: factsOf(row), side: sideOfRow(row, salt, brought) });
    if (action.looksFirst) {
      for await (const row of this.rows(projectId)) {
        plan.look(place(row));
      }
    }
    for (const _step of plan.settle?.() ?? []) {
      await nextTurn();
    }
    const tally = new PlanTally();
    for await (const row of this.rows(projectId)) {
      const placed = place(row);
      tally.add(placed, plan.edit(placed));
    }
    return { effect: tally.finish(), edits: () => this.edits({ projectId, plan, place }) };
  }

  private async *edits(parts: {
    projectId: string;
    plan: ActionPlan;
    place: (row: KeyedExample) => PlacedRow;
  }): AsyncGenerator<RowEdit> {
    for await (const row of this.rows(parts.projectId)) {
      const change = parts.plan.edit(parts.place(row));
      if (change !== null) {
        yield { rowKey: row.rowKey, declaredSplit: row.declaredSplit, change };
      }
    }
  }

  private async brought(projectId: string): Promise<Brought> {
    let brought = nothingBrought;
    for await (const row of this.rows(projectId)) {
      brought = addBrought(brought, row);
      if (brought.hasHoldout && brought.hasImport) {
        break;
      }
    }
    return brought;
  }

  /** Rows as they stand. Others get their turn between every few: the same process answers requests. */
  private async *rows(projectId: string): AsyncGenerator<KeyedExample> {
    let after: string | null = null;
    do {
      const page: Awaited<ReturnType<ExampleStore['page']>> = await this.examples.page({
        projectId,
        after,
        limit: rowsPerPage,
      });
      for (const [place, row] of page.rows.entries()) {
        if (place % rowsPerTurn === rowsPerTurn - 1) {
          await nextTurn();
        }
        yield row;
      }
      after = page.next;
    } while (after !== null);
  }
}

/** From the key: a repeat finds what the first request made. */
function stepIdOf({ projectId, by, idempotencyKey }: ApplyRequest): string {
  return `cur_${sha256Hex(`${by} ${projectId} ${idempotencyKey}`).slice(0, 26)}`;
}

function replay(step: CurationStep, request: ApplyRequest): TakenStep | Refusal {
  const asked = ({ action, parameters, reason }: Pick<ApplyRequest, 'action' | 'parameters' | 'reason'>) =>
    canonicalJson({ action, parameters, reason });
  return asked(step) === asked(request)
    ? { step, replayed: true }
    : refusal('idempotency-key-reused', 'This Idempotency-Key was sent before with another action or reason.');
}

function objectionTo(effect: PlanEffect, planDigest: string | null): Refusal | null {
  const { dropped, replaced, moved } = effect;
  if (planDigest !== null && planDigest !== effect.planDigest) {
    return refusal('evidence-changed', 'The rows changed since the preview: look at a new one.');
  }
  return dropped.train + dropped.holdout + replaced + moved === 0
    ? refusal('conflict', 'The action would change nothing.')
    : null;
}
