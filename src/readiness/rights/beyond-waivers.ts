// Which checks can nobody waive? The right to train is no threshold: what needs a signature is signed for its source, and
// what is blocked is mended by other data or another target.
const checksBeyondWaivers: ReadonlySet<string> = new Set(['R01', 'R02', 'R03', 'R04']);

export function isBeyondWaivers(checkId: string): boolean {
  return checksBeyondWaivers.has(checkId);
}
