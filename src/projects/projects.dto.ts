import { Type } from 'class-transformer';
import {
  IsBoolean,
  IsDefined,
  IsIn,
  IsInt,
  IsNumber,
  IsOptional,
  IsString,
  Length,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { stageOf, stagePathOf, trafficOf } from '../lifecycle/reading.js';
import {
  type Criticality,
  criticalities,
  type LicenceUse,
  type Project,
  type ProjectBrief,
  type TaskKind,
  taskKinds,
} from './project.js';
import { ForcedModeResponse, LockInStandingResponse, toStandingResponse } from './standing/standing.dto.js';

const namePattern = /^[A-Za-z0-9][A-Za-z0-9._@-]*$/;
const nameForm = { message: 'must be letters, digits and . _ @ -, beginning with a letter or digit' };
const modelPattern = /^[A-Za-z0-9][A-Za-z0-9._:/@-]*$/;
const modelForm = { message: 'must be letters, digits and . _ : / @ -, beginning with a letter or digit' };

export class ModelTargetDto {
  /** A vendor that is registered under /v1/vendors, or `openward` for a candidate that is trained and served here. @example 'openai' */
  @IsString() @Length(1, 80) @Matches(namePattern, nameForm) vendor: string;
  /** The model's name at that vendor. @example 'gpt-4' */
  @IsString() @Length(1, 200) @Matches(modelPattern, modelForm) model: string;
}

export class TaskDto {
  /** @example 'closed-set classification' */
  @IsIn(taskKinds) kind: TaskKind;
  /** What the model does, in words. @example 'Names the intent of a customer message, one of 77.' */
  @IsString() @Length(1, 2000) description: string;
  /** What the model is told before each held-out text; left out for nothing. @example 'Answer with the intent only.' */
  @IsOptional() @IsString() @MaxLength(20_000) instructions?: string;
}

export class CaptureDto {
  /** Share of calls whose content is kept. @example 1 */
  @IsNumber() @Min(0) @Max(1) share: number;
  /** False keeps usage, latency and cost only. @example true */
  @IsBoolean() bodies: boolean;
}

export class LicenceUseDto {
  /** Of all services of the licensee together: some licences end at a number. @example 20000 */
  @IsOptional() @IsInt() @Min(0) @Max(100_000_000_000) monthlyUsers?: number;
  /** Whether the licensee has its place of business in the European Union. @example true */
  @IsOptional() @IsBoolean() isInEuropeanUnion?: boolean;
  /** Whether the candidate’s answers are to improve a model of another family. @example false */
  @IsOptional() @IsBoolean() trainsOthers?: boolean;
}

export class CreateProjectRequest {
  /** @example 'Banking intents' */
  @IsString() @Length(1, 200) name: string;
  /** The person who answers for it. @example 'ada' */
  @IsString() @Length(1, 120) @Matches(namePattern, nameForm) owner: string;
  @IsDefined() @ValidateNested() @Type(() => TaskDto) task: TaskDto;
  /** The closed model in use. */
  @IsDefined() @ValidateNested() @Type(() => ModelTargetDto) incumbent: ModelTargetDto;
  /** The open model meant to replace it. */
  @IsDefined() @ValidateNested() @Type(() => ModelTargetDto) candidate: ModelTargetDto;
  /** @example 'medium' */
  @IsIn(criticalities) criticality: Criticality;
  /** Name of a policy, see /v1/policies. @example 'default' */
  @IsString() @Length(1, 80) @Matches(namePattern, nameForm) policy: string;
  /** Left out: everything is kept. */
  @IsOptional() @ValidateNested() @Type(() => CaptureDto) capture?: CaptureDto;
  /** What the licence of the candidate may hang on; what is left out is unknown. */
  @IsOptional() @ValidateNested() @Type(() => LicenceUseDto) licenceUse?: LicenceUseDto;
}

export class EditProjectRequest {
  /** @example 'Banking intents' */
  @IsOptional() @IsString() @Length(1, 200) name?: string;
  /** @example 'ada' */
  @IsOptional() @IsString() @Length(1, 120) @Matches(namePattern, nameForm) owner?: string;
  @IsOptional() @ValidateNested() @Type(() => TaskDto) task?: TaskDto;
  @IsOptional() @ValidateNested() @Type(() => ModelTargetDto) incumbent?: ModelTargetDto;
  @IsOptional() @ValidateNested() @Type(() => ModelTargetDto) candidate?: ModelTargetDto;
  /** @example 'high' */
  @IsOptional() @IsIn(criticalities) criticality?: Criticality;
  /** @example 'strict' */
  @IsOptional() @IsString() @Length(1, 80) @Matches(namePattern, nameForm) policy?: string;
  @IsOptional() @ValidateNested() @Type(() => CaptureDto) capture?: CaptureDto;
  /** Takes the place of all that was said of it before. */
  @IsOptional() @ValidateNested() @Type(() => LicenceUseDto) licenceUse?: LicenceUseDto;
}

export class ListProjectsQuery {
  /** Only projects in this stage. @example 'collecting' */
  @IsOptional() @IsString() @Length(1, 40) stage?: string;
  /** Only projects of this owner. @example 'ada' */
  @IsOptional() @IsString() @Length(1, 120) owner?: string;
  /** Only projects whose name contains this, whatever the case. @example 'bank' */
  @IsOptional() @IsString() @Length(1, 200) text?: string;
  /** `nextCursor` of the page before. */
  @IsOptional() @IsString() @Length(1, 200) cursor?: string;
  /** @example 100 */
  @IsOptional() @Type(() => Number) @IsInt() @Min(1) @Max(1000) limit?: number;
}

export class TrafficResponse {
  /** incumbent, shadow, split or candidate. @example 'split' */
  mode: string;
  /** Share of calls whose answer users get from the candidate. @example 5 */
  candidateWeightPercent: number;
}

export class ProjectResponse {
  /** @example 'prj_01kc0000000000000000000000' */
  id: string;
  /** Rises by one with every change; the ETag is "v" and this number. @example 17 */
  version: number;
  /** @example 'Banking intents' */
  name: string;
  /** @example 'ada' */
  owner: string;
  task: TaskDto;
  incumbent: ModelTargetDto;
  candidate: ModelTargetDto;
  /** @example 'medium' */
  criticality: string;
  /** @example 'default' */
  policy: string;
  /** Null until it is decided to migrate, which freezes the policy into the project. @example null */
  policyDigest: string | null;
  capture: CaptureDto;
  licenceUse: LicenceUseDto;
  /** @example 'cutover' */
  stage: string;
  /** @example 'cutover.canary.awaitingApproval' */
  stagePath: string;
  traffic: TrafficResponse;
  /** The artefact that answers as the candidate; null before one is trained. @example null */
  candidateArtefactId: string | null;
  /** Where applications send their calls instead of to the vendor. @example '/p/prj_01kc0000000000000000000000/v1' */
  gatewayPath: string;
  /** Hash of the newest history entry. */
  headHash: string;
  /** Why the project must leave its incumbent by a day; null where nothing forces. */
  forced: ForcedModeResponse | null;
  /** Null until it was measured. */
  lockIn: LockInStandingResponse | null;
  /** @example '2026-11-25T10:00:00.000Z' */
  createdAt: string;
  /** @example 'ada' */
  createdBy: string;
  /** @example '2026-11-25T10:00:00.000Z' */
  updatedAt: string;
}

export class ProjectListResponse {
  projects: ProjectResponse[];
  /** Hand in as `cursor` for the next page; null on the last. */
  nextCursor: string | null;
}

function taskOf(dto: TaskDto) {
  return { kind: dto.kind, description: dto.description, instructions: dto.instructions ?? null };
}

function useOf(dto: LicenceUseDto): LicenceUse {
  const { monthlyUsers = null, isInEuropeanUnion = null, trainsOthers = null } = dto;
  return { monthlyUsers, isInEuropeanUnion, trainsOthers };
}

/** What nobody said is left out, as it was when it was asked. */
function useResponse(use: LicenceUse | undefined): LicenceUseDto {
  return Object.fromEntries(Object.entries(use ?? {}).filter(([, value]) => value !== null));
}

function targetOf(dto: ModelTargetDto) {
  return { vendor: dto.vendor, model: dto.model };
}

export function briefOf(body: CreateProjectRequest): ProjectBrief {
  return {
    name: body.name,
    owner: body.owner,
    task: taskOf(body.task),
    incumbent: targetOf(body.incumbent),
    candidate: targetOf(body.candidate),
    criticality: body.criticality,
    policyName: body.policy,
    capture:
      body.capture === undefined
        ? { share: 1, bodies: true }
        : { share: body.capture.share, bodies: body.capture.bodies },
    ...(body.licenceUse !== undefined && { licenceUse: useOf(body.licenceUse) }),
  };
}

export function changesOf(body: EditProjectRequest): Partial<ProjectBrief> {
  return {
    ...(body.name !== undefined && { name: body.name }),
    ...(body.owner !== undefined && { owner: body.owner }),
    ...(body.task !== undefined && { task: taskOf(body.task) }),
    ...(body.incumbent !== undefined && { incumbent: targetOf(body.incumbent) }),
    ...(body.candidate !== undefined && { candidate: targetOf(body.candidate) }),
    ...(body.criticality !== undefined && { criticality: body.criticality }),
    ...(body.policy !== undefined && { policyName: body.policy }),
    ...(body.capture !== undefined && { capture: { share: body.capture.share, bodies: body.capture.bodies } }),
    ...(body.licenceUse !== undefined && { licenceUse: useOf(body.licenceUse) }),
  };
}

export function toProjectResponse(project: Project): ProjectResponse {
  const { brief, snapshot } = project;
  const traffic = trafficOf(snapshot);
  const { instructions, ...task } = brief.task;
  return {
    id: project.id,
    version: project.version,
    name: brief.name,
    owner: brief.owner,
    task: instructions === null ? task : { ...task, instructions },
    incumbent: brief.incumbent,
    candidate: brief.candidate,
    criticality: brief.criticality,
    policy: brief.policyName,
    policyDigest: project.policyDigest,
    capture: brief.capture,
    licenceUse: useResponse(brief.licenceUse),
    stage: stageOf(snapshot),
    stagePath: stagePathOf(snapshot),
    traffic: { mode: traffic.mode, candidateWeightPercent: traffic.weightPercent },
    candidateArtefactId: project.candidateArtefactId,
    gatewayPath: `/p/${project.id}/v1`,
    headHash: project.headHash,
    ...toStandingResponse(project.standing),
    createdAt: new Date(project.createdAt).toISOString(),
    createdBy: project.createdBy,
    updatedAt: new Date(project.updatedAt).toISOString(),
  };
}
