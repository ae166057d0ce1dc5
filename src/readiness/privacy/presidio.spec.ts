// On sentences that others made and labelled: presidio-research, 1,500 rows from 209 templates. The files are not part of
// the project: name the folder above `presidio-research/` in OPENWARD_TEST_DATA to run this.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findSpans, type TextSpan } from './find-spans.js';
import { certainMin } from './privacy-facts.js';

const file = join(process.env.OPENWARD_TEST_DATA ?? '', 'presidio-research', 'synth_dataset_v2.json');
const isThere = process.env.OPENWARD_TEST_DATA !== undefined && existsSync(file);

interface Labelled {
  readonly full_text: string;
  readonly template_id: number;
  readonly spans: readonly {
    readonly entity_type: string;
    readonly entity_value: string;
    readonly start_position: number;
    readonly end_position: number;
  }[];
}

const names: Readonly<Record<string, string>> = {
  CREDIT_CARD: 'card',
  US_SSN: 'us-ssn',
  IBAN_CODE: 'iban',
  EMAIL_ADDRESS: 'email',
  PHONE_NUMBER: 'phone',
  IP_ADDRESS: 'ip',
  STREET_ADDRESS: 'street-address',
  PERSON: 'person',
};

const onPresidio = () => {
  const rows: readonly Labelled[] = isThere ? JSON.parse(readFileSync(file, 'utf8')) : [];
  const found = rows.map((row) => findSpans(row.full_text));

  /** Labelled values and the finds that overlap them; finds, and those that overlap a label. */
  const score = (type: string, isCounted: (span: TextSpan) => boolean) => {
    const counts = { values: 0, hits: 0, finds: 0, right: 0 };
    rows.forEach(({ spans }, place) => {
      const finds = (found[place] ?? []).filter((span) => span.detector.kind === names[type] && isCounted(span));
      const labels = spans.filter((span) => span.entity_type === type);
      const meet = (find: TextSpan, label: Labelled['spans'][number]) =>
        find.start < label.end_position && label.start_position < find.end;
      counts.values += labels.length;
      counts.hits += labels.filter((label) => finds.some((find) => meet(find, label))).length;
      counts.finds += finds.length;
      counts.right += finds.filter((find) => labels.some((label) => meet(find, label))).length;
    });
    return counts;
  };
  const certain = (type: string) => score(type, (span) => span.confidence >= certainMin);
  const any = (type: string) => score(type, () => true);

  it('has the rows, labels and templates that are known of it', () => {
    expect(rows.length).toBe(1500);
    expect(rows.filter((row) => row.spans.length > 0).length).toBe(1387);
    expect(new Set(rows.map((row) => row.template_id)).size).toBe(209);
    const misplaced = rows.flatMap((row) =>
      row.spans.filter((span) => row.full_text.slice(span.start_position, span.end_position) !== span.entity_value),
    );
    expect(misplaced).toEqual([]);
  });

  it.each([
    ['EMAIL_ADDRESS', 49],
    ['CREDIT_CARD', 136],
    ['US_SSN', 16],
    ['IBAN_CODE', 21],
    ['IP_ADDRESS', 14],
  ])('finds every %s with certainty, and nothing else as one', (type, values) => {
    expect(certain(type)).toEqual({ values, hits: values, finds: values, right: values });
  });

  it('finds all telephone numbers, and 82 of 92 with certainty and without a mistake', () => {
    expect(certain('PHONE_NUMBER')).toMatchObject({ values: 92, hits: 82, finds: 82, right: 82 });
    expect(any('PHONE_NUMBER').hits).toBe(92);
  });

  it('finds more than half of the addresses, which are mostly foreign to it, nearly without mistake', () => {
    const { values, hits, finds, right } = certain('STREET_ADDRESS');
    expect(hits / values).toBeGreaterThan(0.55);
    expect(right / finds).toBeGreaterThan(0.98);
  });

  it('finds names by what stands around them: a third, with few mistakes', () => {
    const { values, hits, finds, right } = certain('PERSON');
    expect(hits / values).toBeGreaterThan(0.3);
    expect(right / finds).toBeGreaterThan(0.95);
    expect(any('PERSON').hits / values).toBeGreaterThan(0.43);
  });
};

if (isThere) {
  describe('on presidio-research', onPresidio);
} else {
  it('is left out: OPENWARD_TEST_DATA names no folder with presidio-research', () => {
    expect(isThere).toBe(false);
  });
}
