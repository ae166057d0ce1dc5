/**
 * Hex digits of a row's key as a number, from 0 to below 16 to the power of `digits`. The key is a digest, so a part of it
 * is as good as drawn by lot, and the same whatever the order of the rows. Every row is asked: no string is made.
 * @param digits eight at most
 */
export function lotIn(rowKey: string, from: number, digits: number): number {
  let lot = 0;
  for (let place = from; place < from + digits; place += 1) {
    const unit = rowKey.charCodeAt(place);
    lot = lot * 16 + (unit < 58 ? unit - 48 : unit - 87);
  }
  return lot;
}
