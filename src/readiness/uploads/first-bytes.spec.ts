import { containerOf, foreignKind, wrappingOf } from './first-bytes.js';

describe('the first bytes of a file', () => {
  it('say by what it was packed', () => {
    expect(wrappingOf(Uint8Array.of(0x1f, 0x8b, 8))).toBe('gzip');
    expect(wrappingOf(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd))).toBe('zstd');
    expect(wrappingOf(Buffer.from('text,label'))).toBeNull();
    expect(wrappingOf(new Uint8Array(0))).toBeNull();
  });

  it('say whether it holds files or columns', () => {
    const tar = Buffer.alloc(512);
    tar.write('ustar', 257);
    expect(containerOf(tar)).toBe('tar');
    expect(containerOf(Buffer.from('PAR1...'))).toBe('parquet');
    expect(containerOf(Buffer.from('{"messages":[]}'))).toBeNull();
  });

  it('name what is not taken', () => {
    expect(foreignKind(Buffer.from('%PDF-1.7'))).toBe('a PDF document');
    expect(foreignKind(Buffer.from('text,label'))).toBeNull();
  });
});
