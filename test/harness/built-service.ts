// The service as it is shipped: built, started as a process of its own, spoken to over HTTP. `npm test` builds it first.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Caller } from '../../src/terminal/openward-api.client.js';
import { OwnService } from '../../src/terminal/own-service.client.js';
import { createTestDatabase } from './postgres.js';

const main = join(import.meta.dirname, '../../dist/main.js');

export interface Service {
  readonly admin: Caller;
  /** The same store behind other processes: one per process that was started, the first included. */
  readonly doors: readonly string[];
  readonly processes: readonly OwnService[];
  /** A token for a person, as a caller at the first door. */
  person(name: string, role: string, projects?: readonly string[]): Promise<Caller>;
  stop(): Promise<void>;
}

export interface ServiceSetting {
  readonly engine: 'sqlite' | 'postgres';
  /** More than one only on PostgreSQL. */
  readonly processes?: number;
  readonly environment?: Record<string, string>;
}

export const engines = ['sqlite', 'postgres'] as const;

export async function startService(setting: ServiceSetting): Promise<Service> {
  if (!existsSync(main)) {
    throw new Error('These tests run the built service: run `npm run build` first, or `npm test`, which does.');
  }
  const database = setting.engine === 'postgres' ? await createTestDatabase() : null;
  const environment = {
    OPENWARD_OUTBOUND_ALLOWED_PRIVATE_TARGETS: '127.0.0.1:*',
    OPENWARD_ROLLOUT_GUARDRAIL_INTERVAL_SECONDS: '1',
    ...(database !== null && { DATABASE_URL: database.url }),
    ...setting.environment,
  };
  const processes: OwnService[] = [];
  for (let at = 0; at < (setting.processes ?? 1); at += 1) {
    processes.push(await OwnService.start({ environment, main }));
  }
  const first = processes[0];
  if (first === undefined || first.adminToken === null) {
    throw new Error('the service printed no administrator’s token');
  }
  const admin = new Caller(first.url, first.adminToken);
  return {
    admin,
    doors: processes.map((one) => one.url),
    processes,
    person: async (name, role, projects) => {
      const body = { name: `${name} in a test`, person: name, role, expiresInDays: 1, ...(projects && { projects }) };
      return admin.as((await admin.call('/v1/tokens', { body })).token);
    },
    stop: async () => {
      await Promise.all(processes.map((one) => one.stop()));
      await database?.drop();
    },
  };
}
