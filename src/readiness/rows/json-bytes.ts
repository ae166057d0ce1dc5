// JSON text written straight into bytes: which bytes of a text have to be escaped, and putting their escapes in.

const ascii = 128;

/** By byte: its escape in JSON; undefined where it needs none. */
const escapes: readonly (Uint8Array | undefined)[] = Array.from({ length: 256 }, (_, byte) => {
  const written = byte < ascii ? JSON.stringify(String.fromCharCode(byte)).slice(1, -1) : '';
  return written.length > 1 ? Buffer.from(written) : undefined;
});
/** By byte: how many bytes more the escape takes. */
export const moreToEscape = Uint8Array.from(escapes, (written) => (written === undefined ? 0 : written.length - 1));

/** @returns where the next byte goes */
export function append(target: Uint8Array, at: number, bytes: Uint8Array): number {
  for (let place = 0; place < bytes.length; place += 1) {
    target[at + place] = bytes[place] as number;
  }
  return at + bytes.length;
}

export interface TextBytes {
  readonly from: number;
  readonly to: number;
}

/** How many bytes more the text takes once it is escaped. */
export function bytesToEscape(bytes: Uint8Array, { from, to }: TextBytes): number {
  let more = 0;
  for (let at = from; at < to; at += 1) {
    more += moreToEscape[bytes[at] as number] as number;
  }
  return more;
}

/**
 * Puts the escapes in, from the end on, so that nothing is overwritten that is still to be read.
 * @param more as `bytesToEscape` tells it @returns where the text ends now
 */
export function escapeText(bytes: Uint8Array, { from, to }: TextBytes, more: number): number {
  let write = to + more;
  for (let read = to - 1; read >= from && write > read + 1; read -= 1) {
    const byte = bytes[read] as number;
    const written = escapes[byte];
    if (written === undefined) {
      write -= 1;
      bytes[write] = byte;
    } else {
      write -= written.length;
      append(bytes, write, written);
    }
  }
  return to + more;
}
