// E-mail addresses. Found from the `@` outwards, without a pattern that could be made to run long.
import { type Detector, type Found, sign } from './detector.js';

const localUnitsMax = 64;
const domainUnitsMax = 253;

export const email: Detector = {
  kind: 'email',
  group: 'contact',
  signs: sign.at,
  words: [],
  patterns: [],
  find(text, found) {
    for (let at = text.indexOf('@'); at !== -1; at = text.indexOf('@', at + 1)) {
      const one = addressAround(text, at);
      if (one !== null) {
        found.push(one);
      }
    }
  },
};

function addressAround(text: string, at: number): Found | null {
  let start = at;
  while (start > 0 && at - start < localUnitsMax && isLocalUnit(text.charCodeAt(start - 1))) {
    start -= 1;
  }
  while (start < at && text.charAt(start) === '.') {
    start += 1;
  }
  let end = at + 1;
  while (end < text.length && end - at <= domainUnitsMax && isDomainUnit(text.charCodeAt(end))) {
    end += 1;
  }
  while (end > at && (text.charAt(end - 1) === '.' || text.charAt(end - 1) === '-')) {
    end -= 1;
  }
  const domain = text.slice(at + 1, end);
  const dot = domain.lastIndexOf('.');
  const hasTopDomain = dot > 0 && domain.length - dot > 2 && !isDigit(domain.charCodeAt(dot + 1));
  return start === at || !hasTopDomain ? null : { start, end, confidence: 0.95 };
}

function isDigit(unit: number): boolean {
  return unit >= 48 && unit <= 57;
}

function isDomainUnit(unit: number): boolean {
  const isLetter = (unit >= 97 && unit <= 122) || (unit >= 65 && unit <= 90) || (unit >= 0xc0 && unit <= 0x24f);
  return isLetter || isDigit(unit) || unit === 45 || unit === 46;
}

function isLocalUnit(unit: number): boolean {
  // ! # $ % & ' * + / = ? ^ _ ` { | } ~ are legal; the ones that mostly stand beside an address are left out.
  return isDomainUnit(unit) || unit === 95 || unit === 43 || unit === 37 || unit === 38 || unit === 35 || unit === 39;
}
