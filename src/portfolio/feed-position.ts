// Where a reader stands in the feed. The feed is ordered by (epoch, project, version): the epoch is the number of the
// transaction on PostgreSQL and a counter on the embedded store. Readers hold it as an opaque cursor.
import { sha256Hex } from '../kernel/digest.js';

export interface FeedPosition {
  readonly epoch: number;
  /** Empty: before every event of this epoch. */
  readonly projectId: string;
  readonly version: number;
}

const form = /^1:(0|[1-9]\d{0,15}):(|prj_[0-9a-z]{26}):(0|[1-9]\d{0,15})$/;
const checkLength = 8;
const base64url = /^[A-Za-z0-9_-]{8,200}$/;

/** Before everything. */
export const feedStart: FeedPosition = { epoch: 0, projectId: '', version: 0 };

/** Before every event of the epoch, and so after every event of the epochs before it. */
export function startOfEpoch(epoch: number): FeedPosition {
  return { epoch, projectId: '', version: 0 };
}

/** Negative when `left` comes first. */
export function comparePositions(left: FeedPosition, right: FeedPosition): number {
  if (left.epoch !== right.epoch) {
    return left.epoch - right.epoch;
  }
  if (left.projectId !== right.projectId) {
    return left.projectId < right.projectId ? -1 : 1;
  }
  return left.version - right.version;
}

/** The opaque text: the form's version, the position and a check, in base64url. */
export function cursorOf({ epoch, projectId, version }: FeedPosition): string {
  const text = `1:${epoch}:${projectId}:${version}`;
  return Buffer.from(`${text}#${sha256Hex(text).slice(0, checkLength)}`).toString('base64url');
}

/**
 * The position that a cursor names, or null for anything that was not written by `cursorOf`. The check is there against
 * edits and cut copies, not against forgery: a cursor grants nothing, every event is filtered by who asks.
 */
export function positionOf(cursor: string): FeedPosition | null {
  const decoded = base64url.test(cursor) ? Buffer.from(cursor, 'base64url').toString('latin1') : '';
  const [, epoch, projectId = '', version] = form.exec(decoded.split('#')[0] ?? '') ?? [];
  if (epoch === undefined || version === undefined) {
    return null;
  }
  const position = { epoch: Number(epoch), projectId, version: Number(version) };
  return Number.isSafeInteger(position.epoch) && Number.isSafeInteger(position.version) && cursorOf(position) === cursor
    ? position
    : null;
}
