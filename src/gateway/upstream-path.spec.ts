import { upstreamPath } from './upstream-path.js';

describe('the path for the upstream', () => {
  it('keeps query and escapes as they were sent', () => {
    const path = upstreamPath('/p/prj_1/v1/models/ft%3Agpt?x=%2F..%2F&y=1');
    expect(path).toEqual({ full: '/models/ft%3Agpt?x=%2F..%2F&y=1', bare: '/models/ft%3Agpt' });
  });

  it.each([
    '/p/prj_1/v1/../admin',
    '/p/prj_1/v1/%2e%2E/admin',
    '/p/prj_1/v1/.%2e/admin',
    '/p/prj_1/v1/a%2f..%2fadmin',
    '/p/prj_1/v1/a/..%5cadmin',
    '/p/prj_1/v1/a\\..\\admin',
    '/p/prj_1/v1/./models',
    '/p/prj_1/v1/mod els',
    '/p/prj_1/v1/mod\u00e8les',
    '/p/prj_1/v1',
  ])('refuses %s', (url) => {
    expect(upstreamPath(url)).toBeNull();
  });

  it('lets dots in names through', () => {
    expect(upstreamPath('/p/prj_1/v1/models/gpt-4.1..x')?.bare).toBe('/models/gpt-4.1..x');
  });
});
