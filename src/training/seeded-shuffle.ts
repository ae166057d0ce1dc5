// Orders that look random and are not: the same seed gives the same order on every machine.

/** Fisher and Yates, as Durstenfeld (1964) does it in place. */
export function shuffleInPlace(order: Uint32Array, random: () => number): void {
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const held = order[last] ?? 0;
    order[last] = order[other] ?? 0;
    order[other] = held;
  }
}
