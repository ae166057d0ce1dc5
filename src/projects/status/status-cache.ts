// The newest known status of each project, ready to be sent. Bounded by the size of its texts; what has not changed for
// longest goes first, and is read again when it is asked for. A newer version is never replaced by an older one, in
// whatever order they arrive.
import type { StoredStatus } from '../project-store.js';

export interface ReadyStatus {
  readonly version: number;
  readonly standing: number;
  /** Strong validator: one version with what is known beside it has one body, whoever asks. */
  readonly etag: string;
  readonly body: string;
  readonly bytes: number;
}

const encoder = new TextEncoder();

/** The ETag of a project as it is shown; the same for every token that may see the project. If-Match takes it too. */
export function statusTag(version: number, standing: number): string {
  return standing === 0 ? `"v${version}"` : `"v${version}.${standing}"`;
}

function isNewer(one: StoredStatus, other: StoredStatus): boolean {
  return one.version > other.version || (one.version === other.version && one.standing > other.standing);
}

function byteLength(text: string): number {
  return encoder.encode(text).byteLength;
}

export class StatusCache {
  private readonly entries = new Map<string, ReadyStatus>();
  private held = 0;

  /** @param bytesMax of the bodies together; about 128 MiB hold the status of 100,000 projects */
  constructor(private readonly bytesMax: number) {}

  get(id: string): ReadyStatus | undefined {
    return this.entries.get(id);
  }

  /** Takes the status unless a newer one is held; returns what is held afterwards. */
  offer(id: string, status: StoredStatus): ReadyStatus {
    const known = this.entries.get(id);
    if (known !== undefined && !isNewer(status, known)) {
      return known;
    }
    const { version, standing, body } = status;
    const ready = { version, standing, etag: statusTag(version, standing), body, bytes: byteLength(body) };
    this.held += ready.bytes - (known?.bytes ?? 0);
    this.entries.delete(id);
    this.entries.set(id, ready);
    this.shrink();
    return ready;
  }

  get size(): number {
    return this.entries.size;
  }

  private shrink(): void {
    for (const id of this.entries.keys()) {
      if (this.held <= this.bytesMax || this.entries.size === 1) {
        return;
      }
      this.held -= this.entries.get(id)?.bytes ?? 0;
      this.entries.delete(id);
    }
  }
}
