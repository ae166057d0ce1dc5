// The few rows that are shown, by their places: read once, when all that is to be shown is known.
import { addEvidence, type EvidenceSample, excerptOf, noEvidence } from '../judging/evidence-sample.js';
import type { ExampleOrigin } from '../rows/example.js';
import type { DuckdbSession } from './duckdb-session.client.js';

export interface ShownRow {
  readonly rowKey: string;
  readonly origin: ExampleOrigin;
  readonly originId: string;
  readonly line: number | null;
  readonly input: string;
  readonly label: string;
}

const nothing: ShownRow = { rowKey: '', origin: 'import', originId: '', line: null, input: '', label: '' };

export class ShownRows {
  private constructor(private readonly byPlace: ReadonlyMap<number, ShownRow>) {}

  /** @param facts has the texts; `placed` finds them by place */
  static async read(session: DuckdbSession, facts: string, places: Iterable<number>): Promise<ShownRows> {
    const wanted = [...new Set(places)];
    const byPlace = new Map<number, ShownRow>();
    if (wanted.length > 0) {
      const within = `SELECT id, place FROM placed WHERE place IN (${wanted.join(', ')})`;
      const columns = 'f.row_key, f.origin, f.origin_id, f.line, f.prompt_head, f.answer_head';
      const found = await session.rows(`SELECT p.place, ${columns} FROM ${facts} f JOIN (${within}) p ON f.id = p.id`);
      for (const row of found) {
        byPlace.set(Number(row.place), shownRow(row));
      }
    }
    return new ShownRows(byPlace);
  }

  at(place: number): ShownRow {
    return this.byPlace.get(place) ?? nothing;
  }

  /** @param total rows that could have been shown; the places are those that were chosen */
  sample(checkId: string, places: readonly number[], total: number): EvidenceSample {
    const sample = places.reduce((shown, place) => addEvidence(shown, checkId, this.at(place)), noEvidence);
    return { ...sample, total };
  }

  excerpt(place: number): string {
    return excerptOf(this.at(place).input);
  }

  answer(place: number): string {
    return excerptOf(this.at(place).label);
  }
}

function shownRow(row: Readonly<Record<string, string | number | null>>): ShownRow {
  return {
    rowKey: String(row.row_key),
    origin: row.origin === 'exchange' ? 'exchange' : 'import',
    originId: String(row.origin_id),
    line: row.line === null ? null : Number(row.line),
    input: String(row.prompt_head ?? ''),
    label: String(row.answer_head ?? ''),
  };
}
