// A command from a person: who may, on which version, once per key; then the recipe of StepProject.
// The safety verbs (pause, rollback) name no version: when they lose a race they are tried again on the newer state.
import { Injectable } from '@nestjs/common';
import { isRefusal, type Refusal, refusal } from '../../kernel/refusal.js';
import { acceptedCommands, isAccepted } from '../../lifecycle/accepted-commands.js';
import { type CommandDefinition, commandNamed } from '../../lifecycle/commands.js';
import { isRolledBack } from '../../lifecycle/reading.js';
import { rolesNow } from '../../lifecycle/roles-now.js';
import { UnreadableSnapshotError } from '../../lifecycle/snapshot.js';
import type { GateRun } from '../gate-run.js';
import type { Project } from '../project.js';
import { ProjectRecords, ProjectStore } from '../project-store.js';
import type { ProjectChange } from '../record-step.js';
import { StepProject } from '../step-project.service.js';
import { BuildCommand } from './build-command.service.js';
import { blockersOf, commandAnswer } from './command-answer.js';
import type { CommandOutcome, CommandRequest } from './command-request.js';
import { CommandRim } from './command-rim.service.js';

const safetyTriesMax = 50;

@Injectable()
export class CommandProject {
  constructor(
    private readonly store: ProjectStore,
    private readonly records: ProjectRecords,
    private readonly build: BuildCommand,
    private readonly steps: StepProject,
    private readonly rim: CommandRim,
  ) {}

  async run(request: CommandRequest): Promise<CommandOutcome | Refusal> {
    const result = await this.attempt(request).catch((error: unknown) => this.unreadable(request, error));
    if (isRefusal(result)) {
      await this.rim.note(request, result);
    }
    return result;
  }

  /** A machine that was stored by another version is left as it is: nothing is done to it, and somebody must know. */
  private unreadable(request: CommandRequest, error: unknown): Refusal {
    if (!(error instanceof UnreadableSnapshotError)) {
      throw error;
    }
    this.rim.alarm(request, error);
    return refusal('conflict', `${error.message} Nothing was changed.`);
  }

  private async attempt(request: CommandRequest): Promise<CommandOutcome | Refusal> {
    const definition = commandNamed(request.name);
    const replay = await this.rim.replay(request);
    if (replay !== null) {
      return replay;
    }
    for (let tries = 1; ; tries += 1) {
      const result = await this.once(request, definition);
      const lostRace = isRefusal(result) && result.code === 'stale-version';
      if (!lostRace || definition.needsIfMatch || request.expectedVersion !== null || tries >= safetyTriesMax) {
        return result;
      }
    }
  }

  private async once(request: CommandRequest, definition: CommandDefinition): Promise<CommandOutcome | Refusal> {
    const project = await this.store.find(request.projectId);
    if (project === null) {
      return refusal('not-found', 'There is no such project.');
    }
    if (request.name === 'rollback' && isRolledBack(project.snapshot)) {
      const body = JSON.stringify(commandAnswer(project, null));
      return { status: 200, body, version: project.version, replayed: false };
    }
    const no = this.precondition(project, request, definition) ?? this.objection(project, request);
    if (no !== null) {
      return no.code === 'command-not-accepted' ? this.outOfPlace(project, no) : no;
    }
    const change = await this.build.change(project, request);
    return isRefusal(change) ? change : this.carryOut(project, change, request);
  }

  private async carryOut(
    project: Project,
    change: ProjectChange,
    request: CommandRequest,
  ): Promise<CommandOutcome | Refusal> {
    const status = request.name === 'advance' ? 202 : 200;
    const remember = (next: Project, run: GateRun | null) =>
      this.rim.record(request, { status, body: JSON.stringify(commandAnswer(next, run)) });
    const saved = await this.steps.apply({ project, change, remember });
    if (isRefusal(saved)) {
      return this.outOfPlace(project, saved);
    }
    if (saved.result === 'saved') {
      const { idempotency, project: next } = saved.commit;
      return { status, body: idempotency?.body ?? '', version: next.version, replayed: false };
    }
    const replay = await this.rim.replay(request);
    return replay ?? this.steps.stale((await this.store.find(project.id))?.version ?? project.version);
  }

  /** Why the command may not be given now, or not by this caller. */
  private objection({ snapshot }: Project, { name, principal }: CommandRequest): Refusal | null {
    if (!isAccepted(snapshot, name)) {
      return refusal('command-not-accepted', `${name} is not accepted at this point.`);
    }
    const allowed = rolesNow(snapshot, name);
    const words = `${name} takes one of the roles ${allowed.join(', ')} now; yours is ${principal.role}.`;
    return allowed.includes(principal.role) ? null : refusal('forbidden', words);
  }

  private precondition(project: Project, request: CommandRequest, definition: CommandDefinition): Refusal | null {
    if (request.expectedVersion === null) {
      return definition.needsIfMatch
        ? refusal('precondition-required', `Send If-Match: "v${project.version}" if that is the version you looked at.`)
        : null;
    }
    return request.expectedVersion === project.version ? null : this.steps.stale(project.version);
  }

  private async outOfPlace(project: Project, no: Refusal): Promise<Refusal> {
    const runId = project.snapshot.context.gateRunId;
    const run = runId === null ? null : await this.records.gateRun(project.id, runId);
    return {
      ...no,
      acceptedCommands: no.acceptedCommands ?? acceptedCommands(project.snapshot),
      blockers: no.blockers ?? blockersOf(run),
    };
  }
}
