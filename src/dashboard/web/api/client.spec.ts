import { ApiError, type Problem, taken } from './client';

const answered = (status: number, body: { data?: unknown; error?: unknown } = {}) =>
  Promise.resolve({ ...body, response: new Response(null, { status }) });

async function problemOf(asked: Parameters<typeof taken>[0]): Promise<Problem> {
  const fault = await taken(asked).catch((error: unknown) => error);
  if (!(fault instanceof ApiError)) {
    throw new Error('it was taken as a success');
  }
  return fault.problem;
}

describe('an answer of the service', () => {
  it('is taken as it came where it is a success', async () => {
    expect(await taken(answered(200, { data: { id: 'prj_1' } }))).toEqual({ id: 'prj_1' });
  });

  it('is refused in the service’s own words, with all that it says of what to do', async () => {
    const error = {
      type: 'https://openward.dev/problems/wrong-state',
      title: 'Not now',
      status: 409,
      detail: 'The project has ended.',
      acceptedCommands: ['edit'],
    };
    expect(await problemOf(answered(409, { error }))).toEqual(error);
  });

  it('is no success where only its status says so', async () => {
    expect(await problemOf(answered(502))).toMatchObject({ status: 502, detail: 'The service answered with 502.' });
  });

  it('that never came says that the service cannot be reached', async () => {
    expect(await problemOf(Promise.reject(new TypeError('fetch failed')))).toMatchObject({
      status: 0,
      title: 'The service cannot be reached',
    });
  });

  it('carries the words of the problem as its message', async () => {
    await expect(taken(answered(422, { error: { detail: 'The name is taken.' } }))).rejects.toThrow(
      'The name is taken.',
    );
  });
});
