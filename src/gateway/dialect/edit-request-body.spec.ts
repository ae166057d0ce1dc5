import fc from 'fast-check';
import { readCallFacts } from './call-facts.js';
import { editRequestBody } from './edit-request-body.js';

const edit = (text: string, model = 'new') => {
  const body = Buffer.from(text);
  const edited = editRequestBody(body, readCallFacts(body), model);
  return { text: edited.body.toString(), usageAdded: edited.usageAdded, same: edited.body === body };
};

describe('the edited request', () => {
  it('is the very same buffer when nothing has to change', () => {
    expect(edit('{ "model" : "new", "temperature": 1.0e0, "n":00 }')).toMatchObject({ same: true, usageAdded: false });
  });

  it('differs in the model only', () => {
    expect(edit('{"seed": 12345678901234567890,\t"model":"old" , "x":"\\u00e9"}').text).toBe(
      '{"seed": 12345678901234567890,\t"model":"new" , "x":"\\u00e9"}',
    );
  });

  it('gets the model at its end when it named none', () => {
    expect(edit('{"messages":[]}').text).toBe('{"messages":[],"model":"new"}');
    expect(edit('{}').text).toBe('{"model":"new"}');
  });

  it('leaves no duplicate that another parser could believe', () => {
    expect(edit('{"model":"a","model":"new"}').text).toBe('{"model":"new","model":"new"}');
  });

  it('leaves a model inside a message alone', () => {
    expect(edit('{"metadata":{"model":"old"},"model":"old"}').text).toBe('{"metadata":{"model":"old"},"model":"new"}');
  });

  it.each([
    ['{"model":"new","stream":true}', '{"model":"new","stream":true,"stream_options":{"include_usage":true}}'],
    [
      '{"stream_options":null,"stream":true,"model":"new"}',
      '{"stream_options":{"include_usage":true},"stream":true,"model":"new"}',
    ],
    [
      '{"stream_options":{},"stream":true,"model":"new"}',
      '{"stream_options":{"include_usage":true},"stream":true,"model":"new"}',
    ],
    [
      '{"stream_options":{"a":1},"stream":true,"model":"new"}',
      '{"stream_options":{"a":1,"include_usage":true},"stream":true,"model":"new"}',
    ],
    [
      '{"stream_options":{"include_usage": false},"stream":true,"model":"new"}',
      '{"stream_options":{"include_usage": true},"stream":true,"model":"new"}',
    ],
  ])('asks for the usage of the stream %s', (before, after) => {
    expect(edit(before)).toEqual({ text: after, usageAdded: true, same: false });
  });

  it('leaves alone a stream whose client asked itself, and options that are no object', () => {
    expect(edit('{"model":"new","stream":true,"stream_options":{"include_usage":true}}')).toMatchObject({
      same: true,
      usageAdded: false,
    });
    expect(edit('{"model":"new","stream":true,"stream_options":"all"}')).toMatchObject({
      same: true,
      usageAdded: false,
    });
  });

  it('does not touch what is no object', () => {
    expect(edit('[1,')).toMatchObject({ same: true, usageAdded: false });
  });

  it('means the same as an edit of the parsed request', () => {
    const requests = fc.record(
      {
        model: fc.string(),
        stream: fc.boolean(),
        messages: fc.jsonValue(),
        user: fc.string(),
        stream_options: fc.constantFrom(null, {}, { include_usage: false }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(requests, fc.string(), fc.nat(2), (request, model, indent) => {
        const expected = {
          ...request,
          model,
          ...(request.stream === true && { stream_options: { include_usage: true } }),
        };
        expect(JSON.parse(edit(JSON.stringify(request, null, indent), model).text)).toEqual(
          JSON.parse(JSON.stringify(expected)),
        );
      }),
    );
  });
});

describe('the facts of a call', () => {
  const unitOf = (body: unknown) => readCallFacts(Buffer.from(JSON.stringify(body))).unit;

  it('name the unit by user, then by the conversation in the metadata', () => {
    expect(unitOf({ user: 'u', metadata: { conversation_id: 'c' } })).toBe('u');
    expect(unitOf({ user: '', metadata: { session_id: 's', conversation_id: 'c' } })).toBe('c');
    expect(unitOf({ metadata: { thread_id: 't' } })).toBe('t');
  });

  it.each([{ user: 7 }, { user: 'x'.repeat(257) }, { metadata: 'c' }, { metadata: { conversation_id: 5 } }, {}])(
    'name none in %j',
    (body) => {
      expect(unitOf(body)).toBeNull();
    },
  );
});
