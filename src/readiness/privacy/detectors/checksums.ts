// Check digits of numbers that people are known by. Each takes digits only (or the characters it names).

/** ISO/IEC 7812-1, annex B. */
export function luhnHolds(digits: string): boolean {
  let sum = 0;
  for (let place = digits.length - 1, doubled = false; place >= 0; place -= 1, doubled = !doubled) {
    const digit = digits.charCodeAt(place) - 48;
    const value = doubled ? digit * 2 : digit;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}

/** ISO 7064 mod 97-10 over letters and digits, as an IBAN has it once its first four are moved behind. */
export function mod97(characters: string): number {
  let rest = 0;
  for (const character of characters.toUpperCase()) {
    const code = character.charCodeAt(0);
    rest = code >= 65 ? (rest * 100 + code - 55) % 97 : (rest * 10 + code - 48) % 97;
  }
  return rest;
}

/** Sum of each digit times its weight; digits beyond the weights are left out. */
export function weighted(digits: string, weights: readonly number[]): number {
  return weights.reduce((sum, weight, place) => sum + weight * (digits.charCodeAt(place) - 48), 0);
}

const dihedral = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9],
  [1, 2, 3, 4, 0, 6, 7, 8, 9, 5],
  [2, 3, 4, 0, 1, 7, 8, 9, 5, 6],
  [3, 4, 0, 1, 2, 8, 9, 5, 6, 7],
  [4, 0, 1, 2, 3, 9, 5, 6, 7, 8],
  [5, 9, 8, 7, 6, 0, 4, 3, 2, 1],
  [6, 5, 9, 8, 7, 1, 0, 4, 3, 2],
  [7, 6, 5, 9, 8, 2, 1, 0, 4, 3],
  [8, 7, 6, 5, 9, 3, 2, 1, 0, 4],
  [9, 8, 7, 6, 5, 4, 3, 2, 1, 0],
];
const turns = [1, 5, 7, 6, 2, 8, 3, 0, 9, 4];

/** Verhoeff's scheme, which the Indian Aadhaar number uses. */
export function verhoeffHolds(digits: string): boolean {
  let check = 0;
  for (let place = 0; place < digits.length; place += 1) {
    let digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    for (let turn = 0; turn < place % 8; turn += 1) {
      digit = turns[digit] ?? 0;
    }
    check = dihedral[check]?.[digit] ?? 0;
  }
  return check === 0;
}
