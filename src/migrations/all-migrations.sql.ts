// Append-only: a migration that has been released is never edited, only followed.
import type { Migration } from 'kysely';
import { spine } from './0001-spine.sql.js';
import { readinessTables } from './0002-readiness.sql.js';
import { lockInTables } from './0003-lock-in.sql.js';
import { catalogTables } from './0004-catalog.sql.js';
import { standingColumns } from './0005-standing.sql.js';
import { lockInChanges } from './0006-lock-in-changes.sql.js';

export const allMigrations: Readonly<Record<string, Migration>> = {
  '0001-spine': spine,
  '0002-readiness': readinessTables,
  '0003-lock-in': lockInTables,
  '0005-standing': standingColumns,
  '0004-catalog': catalogTables,
  '0006-lock-in-changes': lockInChanges,
};
