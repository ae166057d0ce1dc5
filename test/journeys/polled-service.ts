// The whole service on a store of either engine, for journeys of those who poll, follow and verify.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfiguration } from '../../src/platform/config/load-configuration.client.js';
import { Database } from '../../src/platform/database/database.sql.js';
import { Log } from '../../src/platform/telemetry/log.client.js';
import type { Project } from '../../src/projects/project.js';
import { ProjectStore } from '../../src/projects/project-store.js';
import type { ProjectStanding } from '../../src/projects/standing/project-standing.js';
import { type RunningApplication, startApplication } from '../../src/start-application.client.js';
import { aCommit, anUnbornProject } from '../builders/a-project.js';
import { createTestDatabase } from '../harness/postgres.js';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
}

export type EngineName = 'the embedded file' | 'PostgreSQL';
export const engineNames: EngineName[] = ['the embedded file', 'PostgreSQL'];

export function projectIdAt(place: number): string {
  return `prj_01kc${String(place).padStart(22, '0')}`;
}

export class PolledService {
  private stopping: Promise<void> | undefined;

  private constructor(
    private readonly running: RunningApplication,
    private readonly environment: Readonly<Record<string, string>>,
    private readonly remove: () => Promise<void> | void,
    readonly admin: string,
  ) {}

  static async start(engine: EngineName, settings: Readonly<Record<string, string>> = {}): Promise<PolledService> {
    const folder = mkdtempSync(join(tmpdir(), 'openward-test-polled-'));
    const made = engine === 'PostgreSQL' ? await createTestDatabase() : null;
    const environment = {
      OPENWARD_DATA_DIRECTORY: folder,
      PORT: '0',
      ...(made !== null && { DATABASE_URL: made.url }),
      ...settings,
    };
    const running = await startApplication(loadConfiguration(environment).configuration, new Log('silent'));
    const remove = async () => {
      rmSync(folder, { recursive: true, force: true });
      await made?.drop();
    };
    return new PolledService(running, environment, remove, running.firstToken ?? '');
  }

  /** A second process on the same store, as far as one can be had within a test. */
  async another(): Promise<RunningApplication> {
    return startApplication(loadConfiguration(this.environment).configuration, new Log('silent'));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.running.app.getHttpServer().address() as { port: number }).port}`;
  }

  get database(): Database {
    return this.running.app.get(Database, { strict: false });
  }

  /** Stores the next version of a project past the commands; the first makes it. */
  async commit(before: Project | string, name = 'project.edited'): Promise<Project> {
    const project = typeof before === 'string' ? { ...anUnbornProject(before), updatedAt: Date.now() } : before;
    // What would follow from the step is not asked for: a spec says itself what happens.
    const commit = aCommit(project, { name, events: [] }, { messages: [] });
    const store = this.running.app.get(ProjectStore, { strict: false });
    if ((await store.commit(commit)) !== 'saved') {
      throw new Error('the commit was not saved');
    }
    return commit.project;
  }

  /** What a measurement would keep beside the version. */
  async keepStanding(projectId: string, standing: ProjectStanding): Promise<void> {
    const store = this.running.app.get(ProjectStore, { strict: false });
    const project = await store.find(projectId);
    if (project === null || !(await store.keepStanding(project, standing))) {
      throw new Error('the standing was not kept');
    }
  }

  async ask(path: string, token: string, headers: Record<string, string> = {}): Promise<Answer> {
    const answer = await fetch(`${this.url}${path}`, { headers: { authorization: `Bearer ${token}`, ...headers } });
    return { status: answer.status, headers: answer.headers, body: await answer.text() };
  }

  /** A token that may see the given projects only. */
  async token(projects: string[]): Promise<{ text: string; id: string }> {
    const answer = await fetch(`${this.url}/v1/tokens`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.admin}`, 'content-type': 'application/json' },
      body: JSON.stringify({ name: 'wallboard', person: 'wallboard', role: 'viewer', projects }),
    });
    const made = (await answer.json()) as { token: string; id: string };
    return { text: made.token, id: made.id };
  }

  async revoke(tokenId: string): Promise<void> {
    const headers = { authorization: `Bearer ${this.admin}` };
    await fetch(`${this.url}/v1/tokens/${tokenId}`, { method: 'DELETE', headers });
  }

  /** Stops the process and keeps the store. */
  stopListening(): Promise<void> {
    this.stopping ??= this.running.stop();
    return this.stopping;
  }

  async stop(): Promise<void> {
    await this.stopListening();
    await this.remove();
  }
}
