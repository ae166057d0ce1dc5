import { assistant, faultsOf, read, user } from '../../../test/builders/read-rows.js';
import { sha256Hex } from '../../kernel/digest.js';
import { allFormats } from './all-formats.js';
import { readJsonLine } from './read-row.js';
import { isRead } from './row-format.js';

describe('pictures', () => {
  const png = Buffer.from('not really a picture').toString('base64');
  const shows = (...urls: string[]) => ({
    messages: [{ role: 'user', content: urls.map((url) => ({ type: 'image_url', image_url: { url } })) }, assistant],
  });

  it('that stand in the row are kept aside once, under their digest', () => {
    const row = read(shows(`data:image/png;base64,${png}`, `data:image/png;base64,${png}`, 'a/b.jpg'));
    const sha256 = sha256Hex('not really a picture');
    expect(row.pictures).toEqual([{ sha256, mediaType: 'image/png', base64: png }]);
    expect(row.content.messages[0]?.images).toEqual([
      { ref: 'data:image/png', sha256 },
      { ref: 'data:image/png', sha256 },
      { ref: 'a/b.jpg', sha256: null },
    ]);
  });

  it.each(['data:image/gif;base64,AAAA', 'data:image/png;base64,...', 'data:image/png,abc', ''])(
    'are refused: %s',
    (url) => {
      expect(faultsOf(shows(url))).toEqual(['image.ref messages[0].content[0]']);
    },
  );

  it('are as many as are marked, and at most ten', () => {
    const marked = (marks: number, images: string[]) => ({
      messages: [{ role: 'user', content: `q${'<image>'.repeat(marks)}` }, assistant],
      images,
    });
    expect(read(marked(2, ['a', 'b'])).content.messages[0]?.images).toHaveLength(2);
    expect(faultsOf(marked(2, ['a']))).toEqual(['image.ref images']);
    expect(
      faultsOf(
        marked(
          0,
          Array.from({ length: 11 }, () => 'a'),
        ),
      ),
    ).toEqual(['image.ref messages']);
  });
});

describe('what a line shows beside its content', () => {
  const line = (fields: object) => {
    const row = readJsonLine(JSON.stringify(fields), allFormats);
    return isRead(row) ? row.content.traits : row;
  };

  it('is taken by the names that logs use', () => {
    const fields = {
      id: 'r1',
      created: 1_700_000_000,
      model: 'gpt-4o',
      user: 'u',
      conversation_id: 'c',
      finish_reason: 'stop',
      feedback: 'thumbs_up',
      score: 0.5,
      temperature: 0,
      locale: 'no',
      metadata: { plan: 'pro', session_id: 's' },
      ratings: [{ rater: 'x', value: 1 }],
      response_format: { type: 'json_object' },
      messages: [user, assistant],
    };
    expect(line(fields)).toEqual({
      at: 1_700_000_000_000,
      model: 'gpt-4o',
      group: 'c',
      slices: { locale: 'no', plan: 'pro' },
      accepted: true,
      score: 0.5,
      ratings: [{ rater: 'x', value: '1' }],
      finish: 'stop',
      wantsJson: true,
      answerSchema: null,
      temperature: 0,
      notes: [],
    });
  });

  it('is remarked on where it is dropped, inexact or coerced', () => {
    expect(line({ messages: [user, assistant], extra: 1 })).toMatchObject({ notes: ['keys.ignored'] });
    expect(line({ messages: [user, assistant, user] })).toMatchObject({ notes: ['turns.trimmed'] });
    const inexact = readJsonLine('{"id":9007199254740993,"prompt":"q","completion":"a"}', allFormats);
    expect(isRead(inexact) && inexact.content.traits?.notes).toEqual(['number.inexact']);
    const coerced = readJsonLine(
      '{"messages":[{"role":"user","content":"q"},{"role":"assistant","content":"a","weight":1.0}]}',
      allFormats,
    );
    expect(isRead(coerced) && [coerced.content.traits?.notes, coerced.content.messages[1]?.weight]).toEqual([
      ['weight.coerced'],
      1,
    ]);
  });

  it('is remarked on where control characters stand in the text, however they were written', () => {
    const notesOf = (text: string) => {
      const row = readJsonLine(`{"prompt":"q","completion":"${text}"}`, allFormats);
      return isRead(row) && row.content.traits?.notes;
    };
    expect(['\\u0007', '\\b', '\x7f'].map((sign) => notesOf(`a${sign}`))).toEqual(Array(3).fill(['text.control']));
    expect(['\\\\b', '\\n\\t', '\\u00e9'].map((sign) => notesOf(`a${sign}`))).toEqual(Array(3).fill([]));
  });

  it('never costs an argument its digits', () => {
    const chat = (args: string) =>
      `{"messages":[{"role":"user","content":"q"},{"role":"assistant","content":null,"tool_calls":[{"id":"c","type":"function","function":{"name":"f","arguments":${args}}}]}]}`;
    expect(readJsonLine(chat('{"n":9007199254740993}'), allFormats)).toMatchObject([{ code: 'row.json' }]);
    expect(isRead(readJsonLine(chat('"{\\"n\\":9007199254740993}"'), allFormats))).toBe(true);
  });

  it('says whether an answer was liked, with the completion that it is about', () => {
    expect(line({ prompt: 'q', completion: 'a', label: false })).toMatchObject({ accepted: false, notes: [] });
  });
});
