import { Body, Controller, Get, Headers, Param, Patch, Post, Query, Req, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiHeader, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { digestOf } from '../kernel/digest.js';
import { type Principal } from '../kernel/principal.js';
import { refusal } from '../kernel/refusal.js';
import { Allow, type AuthenticatedRequest, Caller } from '../platform/auth/allow.guard.js';
import { accepted } from '../platform/http/refused.filter.js';
import { expectedVersion, idempotencyKey } from '../platform/http/request-headers.js';
import { CreateProject } from './create-project.service.js';
import { EditProject } from './edit-project.service.js';
import { ProjectStore } from './project-store.js';
import {
  briefOf,
  CreateProjectRequest,
  changesOf,
  EditProjectRequest,
  ListProjectsQuery,
  ProjectListResponse,
  ProjectResponse,
  toProjectResponse,
} from './projects.dto.js';

const pageDefault = 100;

@ApiTags('projects')
@Controller('v1/projects')
export class ProjectsController {
  constructor(
    private readonly store: ProjectStore,
    private readonly creator: CreateProject,
    private readonly editor: EditProject,
  ) {}

  @Post()
  @Allow('lead', 'admin')
  @ApiOperation({
    operationId: 'createProject',
    summary: 'Begin to move an AI task from a closed model to an open one',
  })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'Makes a repeat harmless.' })
  @ApiCreatedResponse({ type: ProjectResponse })
  async create(
    @Body() body: CreateProjectRequest,
    @Headers('idempotency-key') key: string | undefined,
    @Caller() principal: Principal,
    @Req() request: AuthenticatedRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const brief = briefOf(body);
    const created = accepted(
      await this.creator.run({
        brief,
        principal,
        requestId: request.id,
        idempotencyKey: accepted(idempotencyKey(key)),
        requestDigest: digestOf(brief),
        answer: (project) => JSON.stringify(toProjectResponse(project)),
      }),
    );
    void reply
      .status(201)
      .headers({
        etag: `"v${created.version}"`,
        location: `/v1/projects/${created.projectId}`,
        'cache-control': 'no-store',
      })
      .header('content-type', 'application/json; charset=utf-8');
    void (created.replayed ? reply.header('idempotent-replayed', 'true') : reply).send(created.body);
  }

  @Get()
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'listProjects', summary: 'The projects that the token may see, oldest first' })
  @ApiOkResponse({ type: ProjectListResponse })
  async list(@Query() query: ListProjectsQuery, @Caller() principal: Principal): Promise<ProjectListResponse> {
    const limit = query.limit ?? pageDefault;
    const found = await this.store.list({
      ids: principal.projects,
      stage: query.stage ?? null,
      owner: query.owner ?? null,
      text: query.text ?? null,
      afterId: query.cursor ?? null,
      limit: limit + 1,
    });
    const page = found.slice(0, limit);
    return {
      projects: page.map(toProjectResponse),
      nextCursor: found.length > limit ? (page[page.length - 1]?.id ?? null) : null,
    };
  }

  @Get(':projectId')
  @Allow('viewer', 'lead', 'approver', 'risk-owner', 'admin', 'service')
  @ApiOperation({ operationId: 'getProject', summary: 'One project' })
  @ApiOkResponse({ type: ProjectResponse })
  async read(
    @Param('projectId') projectId: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectResponse> {
    const project = accepted((await this.store.find(projectId)) ?? refusal('not-found', 'There is no such project.'));
    void reply.headers({ etag: `"v${project.version}"`, 'cache-control': 'private, no-cache' });
    return toProjectResponse(project);
  }

  @Patch(':projectId')
  @Allow('lead', 'admin')
  @ApiOperation({ operationId: 'editProject', summary: 'Change what is not frozen yet' })
  @ApiHeader({ name: 'If-Match', required: true, description: 'The ETag that you looked at, e.g. "v17".' })
  @ApiOkResponse({ type: ProjectResponse })
  async edit(
    @Param('projectId') projectId: string,
    @Body() body: EditProjectRequest,
    @Headers('if-match') ifMatch: string | undefined,
    @Caller() principal: Principal,
    @Req() request: AuthenticatedRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ProjectResponse> {
    const version = accepted<number | null>(expectedVersion(ifMatch));
    const edited = await this.editor.run({
      projectId,
      changes: changesOf(body),
      expectedVersion: version,
      principal,
      requestId: request.id,
    });
    const project = accepted(edited);
    void reply.header('etag', `"v${project.version}"`);
    return toProjectResponse(project);
  }
}
