import { Inject, Injectable } from '@nestjs/common';
import type { Kysely } from 'kysely';
import { Database, type Within } from '../../platform/database/database.sql.js';
import type { ReadinessTables } from '../readiness-tables.js';
import type { ImageMediaType } from '../rows/image-facts.js';
import { ImageStore, type LookedAtImage, type StoredImage } from './image-store.js';

@Injectable()
export class SqlImageStore extends ImageStore {
  constructor(@Inject(Database) private readonly database: Database) {
    super();
  }

  async find(projectId: string, sha256: string): Promise<StoredImage | null> {
    const row = await this.tables
      .selectFrom('row_images')
      .selectAll()
      .where('project_id', '=', projectId)
      .where('sha256', '=', sha256)
      .executeTakeFirst();
    return row === undefined
      ? null
      : {
          mediaType: row.media_type as ImageMediaType,
          bytes: new Uint8Array(row.bytes),
          facts: JSON.parse(row.facts) as LookedAtImage,
        };
  }

  private get tables() {
    return this.database.of<ReadinessTables>();
  }
}

interface NewImages {
  readonly projectId: string;
  readonly importId: string;
  readonly images: readonly StoredImage[];
  readonly at: number;
}

/** Of the uploads given, each picture once, in the order in which they came. */
export async function picturesOf(
  tables: Kysely<ReadinessTables>,
  projectId: string,
  importIds: readonly string[],
): Promise<LookedAtImage[]> {
  if (importIds.length === 0) {
    return [];
  }
  const rows = await tables
    .selectFrom('row_images')
    .select('facts')
    .where('project_id', '=', projectId)
    .where('sha256', 'in', (of) =>
      of
        .selectFrom('row_image_deliveries')
        .select('sha256')
        .where('project_id', '=', projectId)
        .where('import_id', 'in', [...importIds]),
    )
    .orderBy('created_at')
    .orderBy('sha256')
    .execute();
  return rows.map((row) => JSON.parse(row.facts) as LookedAtImage);
}

/** Writes those that are not there yet, and that this upload brought them. */
export async function insertImages(within: Within, { projectId, importId, images, at }: NewImages): Promise<void> {
  const tables = within.of<ReadinessTables>();
  for (const { mediaType, bytes, facts } of images) {
    await tables
      .insertInto('row_images')
      .values({
        project_id: projectId,
        sha256: facts.sha256,
        media_type: mediaType,
        bytes,
        facts: JSON.stringify(facts),
        created_at: at,
      })
      .onConflict((conflict) => conflict.columns(['project_id', 'sha256']).doNothing())
      .execute();
    await tables
      .insertInto('row_image_deliveries')
      .values({ project_id: projectId, import_id: importId, sha256: facts.sha256 })
      .onConflict((conflict) => conflict.columns(['project_id', 'import_id', 'sha256']).doNothing())
      .execute();
  }
}
