// The status of all projects that the caller may see, page by page. A page is made once per revision and scope and then
// served from memory to everybody of that scope.
import { Injectable } from '@nestjs/common';
import { sha256Hex } from '../kernel/digest.js';
import { type BoardQuery, BoardStore } from './board-store.js';
import { cursorOf, startOfEpoch } from './feed-position.js';

export interface BoardPage {
  readonly etag: string;
  readonly body: string;
  /** The id after which the next page begins; null on the last. */
  readonly nextAfterId: string | null;
}

const pagesMax = 32;

/** What a page is of; equal for two tokens of equal scope, whatever the order in which their projects were named. */
function scopeOf({ projects, stage, owner, afterId, limit }: BoardQuery): string {
  const scope = projects === 'all' ? 'all' : [...new Set(projects)].sort();
  return sha256Hex(JSON.stringify([1, scope, stage, owner, afterId, limit])).slice(0, 16);
}

@Injectable()
export class Board {
  private readonly pages = new Map<string, Promise<BoardPage>>();

  constructor(private readonly store: BoardStore) {}

  /** The validator of the page as it would be now; cheap, whatever the number of projects. */
  async tag(query: BoardQuery): Promise<string> {
    return `"r${await this.store.revision(query)}-${scopeOf(query)}"`;
  }

  /** @param tag what `tag` gave for the query just now */
  page(query: BoardQuery, tag: string): Promise<BoardPage> {
    const known = this.pages.get(tag);
    if (known !== undefined) {
      return known;
    }
    const made = this.make(query);
    this.pages.set(tag, made);
    made.catch(() => this.pages.delete(tag));
    for (const oldest of this.pages.keys()) {
      if (this.pages.size <= pagesMax) {
        break;
      }
      this.pages.delete(oldest);
    }
    return made;
  }

  private async make(query: BoardQuery): Promise<BoardPage> {
    const { revision, endEpoch, rows } = await this.store.snapshot({ ...query, limit: query.limit + 1 });
    const shown = rows.slice(0, query.limit);
    const nextAfterId = rows.length > query.limit ? (shown[shown.length - 1]?.id ?? null) : null;
    const cursor = cursorOf(startOfEpoch(endEpoch));
    const tail = JSON.stringify({ cursor, revision, nextCursor: nextAfterId }).slice(1);
    const body = `{"projects":[${shown.map((row) => row.body).join(',')}],${tail}`;
    return { etag: `"r${revision}-${scopeOf(query)}"`, body, nextAfterId };
  }
}
