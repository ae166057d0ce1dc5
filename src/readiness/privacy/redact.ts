// Text that people other than the owner may read: everything that a detector knows is replaced by its kind, and any
// longer number besides, since a report is read by more people than the data.
import { findSpans } from './find-spans.js';

const longNumber = /\d(?:[ -]?\d){3,40}/g;
const roundsMax = 4;

/** Not reversible, and the same for every value of a kind: `[email]`, `[card]`. Words of special categories stay. */
export function redact(text: string): string {
  let redacted = text;
  for (let round = 0; round < roundsMax; round += 1) {
    const once = redactOnce(redacted);
    if (once === redacted) {
      break;
    }
    redacted = once;
  }
  return redacted.replace(longNumber, '[number]');
}

function redactOnce(text: string): string {
  let redacted = '';
  let place = 0;
  for (const { start, end, detector } of findSpans(text)) {
    if (detector.group !== 'special') {
      redacted += `${text.slice(place, start)}[${detector.kind}]`;
      place = end;
    }
  }
  return redacted + text.slice(place);
}
