import { StatusCache, statusTag } from './status-cache.js';

const bodyOf = (version: number) => `{"version":${version},"name":"café"}`;
const status = (version: number, standing = 0) => ({ version, standing, body: bodyOf(version) });

describe('the status cache', () => {
  it('keeps the newer of two, in whatever order they arrive', () => {
    const cache = new StatusCache(1000);
    cache.offer('a', status(3));
    expect(cache.offer('a', status(2)).version).toBe(3);
    expect(cache.offer('a', status(4)).body).toBe(bodyOf(4));
    expect(cache.get('a')?.version).toBe(4);
  });

  it('keeps what is known beside the version by its own revision, and a newer version over any of it', () => {
    const cache = new StatusCache(1000);
    cache.offer('a', status(3, 2));
    expect(cache.offer('a', status(3, 1)).etag).toBe('"v3.2"');
    expect(cache.offer('a', status(3, 3)).etag).toBe('"v3.3"');
    expect(cache.offer('a', status(4, 3)).etag).toBe('"v4.3"');
    expect(cache.offer('a', status(3, 9)).etag).toBe('"v4.3"');
  });

  it('knows the ETag and the length in bytes, not in characters', () => {
    const ready = new StatusCache(1000).offer('a', status(17));
    expect(ready.etag).toBe('"v17"');
    expect(ready.bytes).toBe(Buffer.byteLength(ready.body));
    expect(ready.bytes).toBeGreaterThan(ready.body.length);
  });

  it('lets the one go that has not changed for longest when it is full', () => {
    const size = Buffer.byteLength(bodyOf(1));
    const cache = new StatusCache(size * 2);
    cache.offer('a', status(1));
    cache.offer('b', status(1));
    cache.offer('a', status(2));
    cache.offer('c', status(1));
    expect(['a', 'b', 'c'].map((id) => cache.get(id)?.version)).toEqual([2, undefined, 1]);
    expect(cache.size).toBe(2);
  });

  it('keeps one even when it is larger than everything allowed', () => {
    const cache = new StatusCache(1);
    cache.offer('a', status(1));
    cache.offer('b', status(1));
    expect(cache.get('b')?.version).toBe(1);
    expect(cache.size).toBe(1);
  });

  it('makes the same tag for everybody', () => {
    expect([statusTag(1, 0), statusTag(1, 4)]).toEqual(['"v1"', '"v1.4"']);
  });
});
