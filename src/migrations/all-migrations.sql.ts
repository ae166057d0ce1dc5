// Append-only: a migration that has been released is never edited, only followed.
import type { Migration } from 'kysely';
import { spine } from './0001-spine.sql.js';

export const allMigrations: Readonly<Record<string, Migration>> = {
  '0001-spine': spine,
};
