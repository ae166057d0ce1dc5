import fc from 'fast-check';
import { excerptOf } from '../judging/evidence-sample.js';
import { makeExample, type RowContent } from '../rows/example.js';
import { findPrivate } from './find-private.js';
import { findSpans } from './find-spans.js';
import { labelledRows } from './labelled/labelled-rows.js';
import { maskedGroups, maskPrivate, maskText } from './mask-private.js';
import { redact } from './redact.js';
import { spanExcerpt } from './span-excerpt.js';

const masking = { salt: 'salt', groups: maskedGroups };
const rows = labelledRows();
const texts = rows.map((row) => row.text);
/** Sentences of the labelled set, run together in every way. */
const someText = fc
  .array(fc.tuple(fc.constantFrom(...texts), fc.constantFrom(' ', '\n', ', ', '; ')), { minLength: 1, maxLength: 5 })
  .map((parts) => parts.map(([text, link]) => text + link).join(''));
const chat = (input: string, label: string): RowContent => ({
  kind: 'chat',
  messages: [
    { role: 'user', content: input },
    { role: 'assistant', content: label },
  ],
});
const exampleOf = (content: RowContent) =>
  makeExample(content, { origin: 'import', originId: 'imp_1', line: 1, declaredSplit: 'train' });

describe('masking', () => {
  it('gives the same value the same token, however it is written, and others another', () => {
    const masked = maskText('a@example.org, A@example.org, b@example.org', masking);
    const [first, second, third] = masked.match(/\[EMAIL_[0-9A-F]{6}\]/g) ?? [];
    expect(first).toBeDefined();
    expect(second).toBe(first);
    expect(third).not.toBe(first);
    expect(maskText('a@example.org', { ...masking, salt: 'pepper' })).not.toBe(first);
  });

  it('leaves nothing to be found again', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const left = findSpans(maskText(text, masking)).filter((span) => maskedGroups.has(span.detector.group));
        expect(left).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it('leaves no value of the labelled set that is found', () => {
    for (const { text } of rows) {
      const masked = maskText(text, masking);
      for (const { start, end, detector } of findSpans(text)) {
        expect(masked.includes(text.slice(start, end)) && maskedGroups.has(detector.group)).toBe(false);
      }
    }
  });

  it('masks groups that were asked for only', () => {
    const contact = { salt: 'salt', groups: new Set(['contact'] as const) };
    expect(maskText('SSN 219-09-9999, a@example.org', contact)).toMatch(/^SSN 219-09-9999, \[EMAIL_/);
  });

  it('returns the same content where there is nothing to mask', () => {
    const content = chat('where is my parcel', 'it is on its way');
    expect(maskPrivate(content, masking)).toBe(content);
  });

  it('masks turns, rejected answers and calls, whose arguments stay JSON', () => {
    const content: RowContent = {
      kind: 'preference',
      messages: [
        { role: 'user', content: 'I am at a@example.org' },
        {
          role: 'assistant',
          content: '',
          toolCalls: [{ id: 'c1', name: 'call', arguments: '{"phone":4915112345678,"to":"a@example.org","n":3}' }],
        },
      ],
      rejected: { role: 'assistant', content: 'Writing to a@example.org' },
    };
    const masked = maskPrivate(content, masking);
    const text = JSON.stringify(masked);
    expect(text).not.toContain('a@example.org');
    const [call] = masked.messages[1]?.toolCalls ?? [];
    expect(JSON.parse(call?.arguments ?? '')).toMatchObject({ n: 3 });
    expect(new Set(text.match(/EMAIL_[0-9A-F]{6}/g)).size).toBe(1);
  });
});

describe('finding in a row', () => {
  const content: RowContent = {
    kind: 'preference',
    messages: [
      { role: 'system', content: 'Answer briefly.' },
      { role: 'user', content: 'write a@example.org' },
      { role: 'assistant', content: 'ok', toolCalls: [{ id: 'c', name: 'mail', arguments: '{"to":"a@example.org"}' }] },
    ],
    rejected: { role: 'assistant', content: 'A@EXAMPLE.ORG' },
  };

  it('tells message, call and place, and recognises the value by its digest', () => {
    const { spans } = findPrivate(exampleOf(content), 'salt');
    expect(spans.map(({ message, call, start }) => [message, call, start])).toEqual([
      [1, null, 6],
      [2, 0, 7],
      [-1, null, 0],
    ]);
    expect(new Set(spans.map((span) => span.valueDigest)).size).toBe(1);
    expect(JSON.stringify(spans)).not.toContain('example.org');
    expect(findPrivate(exampleOf(content), 'pepper').spans[0]?.valueDigest).not.toBe(spans[0]?.valueDigest);
  });
});

describe('what a report shows', () => {
  it('never holds a value that a detector finds', () => {
    fc.assert(
      fc.property(someText, fc.string({ maxLength: 40 }), (text, noise) => {
        for (const shown of [redact(text), excerptOf(text + noise), excerptOf(noise + text)]) {
          const left = findSpans(shown).filter((span) => maskedGroups.has(span.detector.group));
          expect(left).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('never holds a piece of a secret, wherever the text is cut', () => {
    const secrets = rows.filter(({ spans }) => spans.some(({ kind }) => /key|token|jwt|secret|connection/.test(kind)));
    fc.assert(
      fc.property(fc.constantFrom(...secrets), fc.integer({ min: 0, max: 1100 }), ({ text, spans }, filler) => {
        const shown = excerptOf(`${'word '.repeat(filler / 5)}${text}`);
        for (const { start, end } of spans) {
          const value = text.slice(start, end);
          expect(shown).not.toContain(value.slice(0, 24));
          expect(shown).not.toContain(value.slice(-16));
        }
      }),
      { numRuns: 300 },
    );
  });

  it('shows where a find stands without the find, its neighbours or half a word', () => {
    fc.assert(
      fc.property(someText, (text) => {
        const example = exampleOf(chat(text, 'ok'));
        const facts = findPrivate(example, 'salt');
        for (const span of facts.spans) {
          const shown = spanExcerpt(example, facts, span);
          expect(shown).toContain(`[${span.kind}]`);
          for (const other of facts.spans.filter((one) => one.group === 'secret' && one.message === 0)) {
            expect(excerptOf(shown)).not.toContain(text.slice(other.start, other.end).slice(0, 24));
          }
        }
      }),
      { numRuns: 200 },
    );
  });

  it('masks longer numbers that nothing knows', () => {
    expect(excerptOf('order 123456 of a@example.org')).toBe('order [number] of [email]');
  });
});
