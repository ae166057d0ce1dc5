// Private keys in the armour of RFC 7468. A block whose end was cut off is taken to the end of the text, up to a limit.
import { type Detector, sign } from './detector.js';

const unitsMax = 20_000;
const opening = /-----BEGIN (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;
const closing = /-----END (?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?-----/g;

export const privateKey: Detector = {
  kind: 'private-key',
  group: 'secret',
  signs: sign.none,
  words: ['private key'],
  patterns: [opening, closing],
  find(text, found) {
    opening.lastIndex = 0;
    for (let match = opening.exec(text); match !== null; match = opening.exec(text)) {
      const start = match.index;
      const block = text.slice(start, start + unitsMax);
      closing.lastIndex = 0;
      const end = closing.exec(block);
      const stop = start + (end === null ? block.length : end.index + end[0].length);
      found.push({ start, end: stop, confidence: 0.98 });
      opening.lastIndex = Math.max(stop, opening.lastIndex);
    }
  },
};
