// The copy of an answer that is kept for the capture: the buffers as they came, not copied, up to a limit.

export class KeptBytes {
  private readonly chunks: Buffer[] = [];
  private size = 0;
  private cut = false;

  constructor(private readonly bytesMax: number) {}

  /** Bytes that the kept buffers hold. */
  get bytes(): number {
    return this.size;
  }

  /** Something did not fit and was left out. */
  get truncated(): boolean {
    return this.cut;
  }

  add(chunk: Buffer): void {
    const fits = chunk.subarray(0, this.bytesMax - this.size);
    this.cut ||= fits.length < chunk.length;
    if (fits.length > 0) {
      this.chunks.push(fits);
      this.size += fits.length;
    }
  }

  joined(): Buffer {
    return this.chunks.length === 1 ? (this.chunks[0] ?? Buffer.alloc(0)) : Buffer.concat(this.chunks);
  }
}
