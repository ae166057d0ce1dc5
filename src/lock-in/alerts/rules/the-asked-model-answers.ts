import { counted, dayMs, dayOf, percentOf } from '../../in-words.js';
import type { AlertRule, RaisedAlert } from '../alert.js';
import type { AlertFacts } from '../alert-facts.js';

/** A changed fingerprint is news for so long. */
const newsMs = 14 * dayMs;

function servedByOther({ servedByOther: seen }: AlertFacts): RaisedAlert[] {
  if (seen === null || seen.calls === 0) {
    return [];
  }
  const share = percentOf(seen.calls / Math.max(1, seen.namingModel));
  const text = `${counted(seen.calls, 'answer')} (${share} of those that name a model) came from another model than the one asked for.`;
  return [{ about: 'other-model', severity: 'critical', text, evidence: seen.sampleIds, expiresAt: null }];
}

/** A second fingerprint that began after the first one of its model was seen. */
function fingerprintChanged({ fingerprints, now }: AlertFacts): RaisedAlert[] {
  const models = [...new Set(fingerprints.map((one) => one.model))].sort();
  return models.flatMap((model) => {
    const own = fingerprints.filter((one) => one.model === model).sort((left, right) => left.firstAt - right.firstAt);
    const newest = own.at(-1);
    if (own.length < 2 || newest === undefined || newest.firstAt + newsMs <= now) {
      return [];
    }
    const text = `${model} answers under a new fingerprint, ${newest.fingerprint}, since ${dayOf(newest.firstAt)}.`;
    const about = `fingerprint/${model}/${newest.fingerprint}`;
    return [
      {
        about,
        severity: 'warning',
        text,
        evidence: own.map((one) => one.fingerprint),
        expiresAt: newest.firstAt + newsMs,
      },
    ];
  });
}

export const theAskedModelAnswers: AlertRule = {
  number: 5,
  name: 'served.other',
  question: 'Does another model answer than the one asked for, or the same one in another build?',
  why: 'A call that fails is noticed; a call that a lesser model answers is not.',
  source: 'Model and fingerprint named in the answers of the last thirty days.',
  owner: 'lead',
  remedy: 'Pin a dated snapshot, and score a sample of answers again.',
  raise: (facts) => [...servedByOther(facts), ...fingerprintChanged(facts)],
};
