// Each phrase is written out in many ways, by lot: the hints must let all of them through to the pattern.
import fc from 'fast-check';
import { aRowFacts } from '../../../test/builders/row-facts.js';
import { refusalPhrases } from './refusal-phrases.js';
import { isRefusal } from './signals.js';

/** One text that a phrase matches. Understands what the phrases use: groups, choices, `?`, classes of one sign. */
function writtenOut(phrase: string, lot: () => number): string {
  let text = phrase;
  const innermost = /\(\?:([^()]*)\)(\?)?/;
  for (let match = innermost.exec(text); match !== null; match = innermost.exec(text)) {
    const choices = (match[1] ?? '').split('|');
    const chosen = match[2] === '?' && lot() % 2 === 0 ? '' : (choices[lot() % choices.length] ?? '');
    text = text.slice(0, match.index) + chosen + text.slice(match.index + match[0].length);
  }
  return text
    .replace(/\[(.)[^\]]*\](\?)?/g, '$1')
    .replace(/(.)\?/g, (_all, sign: string) => (lot() % 2 === 0 ? '' : sign))
    .replaceAll('.', 's');
}

describe('refusal phrases', () => {
  it.each(refusalPhrases)('are seen however they are written: %s', (phrase) => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(100)), fc.boolean(), (lots, isCurved) => {
        const text = writtenOut(phrase, () => lots.next().value ?? 0);
        const answer = isCurved ? text.replaceAll("'", '’') : text.charAt(0).toUpperCase() + text.slice(1);
        expect([answer, isRefusal(aRowFacts({ label: `Well. ${answer} x` }))]).toEqual([answer, true]);
      }),
      { numRuns: 30 },
    );
  });
});
