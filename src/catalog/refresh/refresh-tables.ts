// The rows of the catalogue's refreshes as the schema has them, and what they are as values.

import type { CatalogRow } from './catalog-row.js';
import type { Conflict } from './diff-catalog.js';
import type { JudgedChange } from './judge-reading.js';
import type { Reading, SourceKind } from './reading.js';
import type { ChangeState, ChangeVerdict, Refresh, RefreshChange, RefreshState } from './refresh.js';

export interface RefreshTables {
  readonly catalog_readings: {
    readonly source: string;
    readonly kind: string;
    readonly observed_at: number;
    /** JSON of a Reading. */
    readonly document: string;
  };
  readonly catalog_refreshes: {
    readonly id: string;
    readonly kind: string;
    readonly source: string;
    readonly state: string;
    readonly hold: string | null;
    /** JSON of a RefreshDocument. */
    readonly document: string;
    readonly created_by: string;
    readonly created_at: number;
    readonly settled_at: number | null;
  };
  readonly catalog_refresh_changes: {
    readonly refresh_id: string;
    readonly number: number;
    readonly verdict: string;
    readonly state: string;
    readonly host: string;
    readonly model: string;
    /** JSON of a JudgedChange. */
    readonly document: string;
    readonly decided_by: string | null;
    readonly decided_at: number | null;
    readonly reason: string | null;
  };
  readonly catalog_rows: {
    readonly refresh_id: string;
    readonly number: number;
    readonly field: string;
    readonly host: string;
    readonly region: string | null;
    readonly model: string;
    readonly value: string | null;
    readonly valid_from: number;
    readonly observed_at: number;
    readonly source: string;
    readonly rank: number;
    readonly applied_by: string;
    readonly applied_at: number;
    readonly reason: string | null;
  };
}

type Row<Table extends keyof RefreshTables> = RefreshTables[Table];

interface RefreshDocument {
  readonly rank: number;
  readonly observedAt: number;
  readonly digest: string;
  readonly offersRead: number;
  readonly cleanChanges: number;
  readonly quarantinedChanges: number;
  readonly conflictCount: number;
  readonly conflicts: readonly Conflict[];
  readonly faults: readonly string[];
}

export function rowOfRefresh(refresh: Refresh): Row<'catalog_refreshes'> {
  const { id, kind, source, state, hold, createdBy, createdAt, settledAt, ...document } = refresh;
  return {
    id,
    kind,
    source,
    state,
    hold,
    document: JSON.stringify(document satisfies RefreshDocument),
    created_by: createdBy,
    created_at: createdAt,
    settled_at: settledAt,
  };
}

export function refreshOfRow(row: Row<'catalog_refreshes'>): Refresh {
  return {
    ...(JSON.parse(row.document) as RefreshDocument),
    id: row.id,
    kind: row.kind as SourceKind,
    source: row.source,
    state: row.state as RefreshState,
    hold: row.hold,
    createdBy: row.created_by,
    createdAt: row.created_at,
    settledAt: row.settled_at,
  };
}

export function rowOfChange(refreshId: string, one: RefreshChange): Row<'catalog_refresh_changes'> {
  return {
    refresh_id: refreshId,
    number: one.number,
    verdict: one.verdict,
    state: one.state,
    host: one.change.offer.host,
    model: one.change.offer.model,
    document: JSON.stringify(one.change),
    decided_by: one.decidedBy,
    decided_at: one.decidedAt,
    reason: one.reason,
  };
}

export function changeOfRow(row: Row<'catalog_refresh_changes'>): RefreshChange {
  return {
    number: row.number,
    verdict: row.verdict as ChangeVerdict,
    state: row.state as ChangeState,
    change: JSON.parse(row.document) as JudgedChange,
    decidedBy: row.decided_by,
    decidedAt: row.decided_at,
    reason: row.reason,
  };
}

export function readingOfRow(row: Row<'catalog_readings'>): Reading {
  return JSON.parse(row.document) as Reading;
}

export function catalogRowOf(row: Row<'catalog_rows'>): CatalogRow {
  return {
    host: row.host,
    region: row.region,
    model: row.model,
    field: row.field,
    value: row.value,
    validFrom: row.valid_from,
    observedAt: row.observed_at,
    source: row.source,
    rank: row.rank,
    refreshId: row.refresh_id,
    appliedBy: row.applied_by,
    reason: row.reason,
  };
}
