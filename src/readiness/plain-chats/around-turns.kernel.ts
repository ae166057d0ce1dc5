// What stands around the turns of a line, put together with a nought in their place. (AssemblyScript)
import { AROUND } from './memory-plan.kernel';
import { copyAscii } from './packed-bytes.kernel';

const ZERO: i32 = 48;

let to: usize = AROUND;
let isWide: bool = false;

/** From the beginning of the line to its list of turns. */
export function beginAround(from: usize, list: usize): void {
  to = AROUND + (list - from);
  isWide = !copyAscii(AROUND, from, list);
  store<u8>(to, ZERO);
  to++;
}

/** From behind the list to the end of the line. @returns bytes in all */
export function endAround(from: usize, end: usize): i32 {
  isWide = !copyAscii(to, from, end) || isWide;
  to += end - from;
  return <i32>(to - AROUND);
}

/** Something beyond ASCII stands in it. */
export function aroundIsWide(): bool {
  return isWide;
}
