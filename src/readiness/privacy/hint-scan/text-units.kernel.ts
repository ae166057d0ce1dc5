// From places of bytes to places of UTF-16 units: what stands beyond ASCII is remembered. (AssemblyScript)
import { SHIFTS, WIDES } from './memory-plan.kernel';

/** Of the blank before the text. */
const FIRST_SHIFT: i32 = 1;

let wides: i32 = 0;
let shift: i32 = FIRST_SHIFT;

export function forgetUnits(): void {
  wides = 0;
  shift = FIRST_SHIFT;
}

/** How many more bytes than units the text has up to what was noted last. */
export function shiftSoFar(): i32 {
  return shift;
}

/** Call in the order of places. @param byte that a character beyond ASCII begins with */
export function noteWide(place: i32, byte: i32): void {
  // Two bytes are one unit, three are one, four are two.
  shift += byte < 0xe0 ? 1 : 2;
  store<u16>(WIDES + ((<usize>wides) << 1), place);
  store<u16>(SHIFTS + ((<usize>wides) << 1), shift);
  wides++;
}

/** Of a byte that begins a character. */
export function unitAt(place: i32): i32 {
  let from = 0;
  let to = wides;
  while (from < to) {
    const middle = (from + to) >> 1;
    if (<i32>load<u16>(WIDES + ((<usize>middle) << 1)) < place) {
      from = middle + 1;
    } else {
      to = middle;
    }
  }
  return place - (from === 0 ? FIRST_SHIFT : <i32>load<u16>(SHIFTS + ((<usize>(from - 1)) << 1)));
}
