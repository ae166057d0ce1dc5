// The right to train, from everything that is known of the sources of the rows and of the target. A signature of a named
// person settles what needs one; what is blocked stays blocked.
import type { RightsFacts, SourceRights } from '../facts/rights-facts.js';
import type { RightsDeclaration } from '../imports/rights-declaration.js';
import { judgeConsent, judgeLicence, type UploadRows } from './judge-upload.js';
import { type JudgedTerms, judgeVendorTerms, type VendorRows } from './judge-vendor-terms.js';
import { modelLicenceOf, type RightsRules } from './rights-rules.js';
import { type TargetUse, targetUseDigest } from './target-use.js';

const reviewedWithinMs = 180 * 86_400_000;

export interface SignedSource {
  readonly source: string;
  readonly targetDigest: string;
  readonly by: string;
  readonly at: number;
  readonly reason: string;
}

/** Of the people behind captured traffic; null: not said. */
export interface UserRegion {
  readonly hasEeaUsers: boolean;
  readonly hasMinors: boolean;
  readonly isMedical: boolean;
}

export interface RightsQuestion {
  readonly rules: RightsRules;
  readonly target: TargetUse;
  /** Captured answers, one entry for each connection, model and version of the terms. */
  readonly captured: readonly VendorRows[];
  readonly uploads: readonly UploadRows[];
  /** For captured traffic as a whole; null: nothing was declared. */
  readonly trafficConsent: Omit<RightsDeclaration, 'spdx' | 'revision' | 'source'> | null;
  readonly region: UserRegion | null;
  readonly signed: readonly SignedSource[];
  readonly now: number;
}

export function judgeRights(question: RightsQuestion): RightsFacts {
  const { rules, target, uploads, region, now } = question;
  const judged = [
    ...question.captured.filter(({ rows }) => rows > 0).map((answers) => judgeVendorTerms(answers, { target, rules })),
    ...uploads.flatMap((upload) => judgeAuthors(upload, question)),
  ];
  const targetLicence = targetLicenceOf(question);
  const sign = signer(question);
  return {
    vendorTerms: joined(judged.map(({ rights }) => rights)).map(sign),
    licences: uploads.map((upload) => sign(judgeLicence(upload, { target, rules }))),
    consent: consentOf(question),
    targetLicence: targetLicence === null ? null : { ...targetLicence, ...sign(targetLicence) },
    regionNotes: regionNotes(region, judged),
    regionKnown: region !== null,
    staleRules: staleRules(judged, { rules, target, now }),
    rowsWithFullProvenance: provenanceOf(question, judged),
    rows: rowsOf(question.captured) + rowsOf(uploads),
  };
}

function rowsOf(parts: readonly { readonly rows: number }[]): number {
  return parts.reduce((sum, { rows }) => sum + rows, 0);
}

/** Who wrote the answers of an upload? Models that its rows name; else its source, as far as it was declared. */
function judgeAuthors({ importId, rows, declared, rowsByModel }: UploadRows, use: RightsQuestion): JudgedTerms[] {
  const { source: address } = declared;
  const named = Object.entries(rowsByModel).map(([model, count]) =>
    judgeVendorTerms({ vendor: `import:${importId}`, rows: count, route: null, address, model, at: null }, use),
  );
  const others = rows - rowsOf(named.map(({ rights }) => rights));
  if (others <= 0) {
    return named;
  }
  const bySource = judgeVendorTerms(
    { vendor: `import:${importId}`, rows: others, route: null, address, model: null, at: null },
    use,
  );
  return [...named, bySource.terms === null ? byPeople({ importId, rows: others, address }) : bySource];
}

function byPeople(upload: { importId: string; rows: number; address: string | null }): JudgedTerms {
  const { importId, rows, address } = upload;
  const rights: SourceRights = {
    source: `import:${importId}`,
    rows,
    ruling: address === null ? 'unknown' : 'permitted',
    because:
      address === null
        ? 'Neither the rows nor the uploader say who wrote the answers.'
        : `The source ${address} was declared, and no row names a model as the author of its answer.`,
    url: null,
    acknowledgement: null,
  };
  return { rights, terms: null, isVersionKnown: true };
}

/** One entry for each source and ruling: many models and days of one contract are one question. */
function joined(all: readonly SourceRights[]): SourceRights[] {
  const bySource = new Map<string, SourceRights>();
  for (const rights of all) {
    const key = `${rights.source} ${rights.ruling} ${rights.because}`;
    const known = bySource.get(key);
    bySource.set(key, known === undefined ? rights : { ...known, rows: known.rows + rights.rows });
  }
  return [...bySource.values()];
}

/** Only what needs a signature can be signed; the newest counts. */
function signer({ signed, target }: RightsQuestion): (rights: SourceRights) => SourceRights {
  const digest = targetUseDigest(target);
  const valid = signed.filter(({ targetDigest }) => targetDigest === digest).sort((one, other) => other.at - one.at);
  return (rights) => {
    const found = rights.ruling === 'acknowledge' ? valid.find(({ source }) => source === rights.source) : undefined;
    return found === undefined
      ? rights
      : { ...rights, acknowledgement: { by: found.by, at: found.at, reason: found.reason } };
  };
}

function consentOf({ captured, uploads, trafficConsent, now }: RightsQuestion): RightsFacts['consent'] {
  const ofUploads = uploads.map(({ importId, rows, declared }) =>
    judgeConsent({ source: `import:${importId}`, rows, declared, now }),
  );
  const rows = rowsOf(captured);
  const nothing = { legalBasis: null, purposeIncludesTraining: null, retentionUntil: null, optOuts: null };
  const ofTraffic = judgeConsent({ source: 'traffic', rows, declared: trafficConsent ?? nothing, now });
  return rows === 0 ? ofUploads : [ofTraffic, ...ofUploads];
}

function targetLicenceOf({ target, rules }: RightsQuestion): RightsFacts['targetLicence'] {
  if (target.model === null) {
    return null;
  }
  const licence = modelLicenceOf(target.model, rules);
  const common = { source: `model:${target.model}`, rows: 0, acknowledgement: null };
  if (licence === null) {
    const because = `No licence is on file for ${target.model}.`;
    return { ...common, ruling: 'unknown', because, url: null, duties: [] };
  }
  const ruling = licence.acceptance ? 'acknowledge' : 'permitted';
  return { ...common, ruling, because: `${licence.licence}.`, url: licence.url, duties: licence.duties };
}

function regionNotes(region: UserRegion | null, judged: readonly JudgedTerms[]): string[] {
  const isFreeTier = judged.some(({ terms }) => terms?.personalData === 'forbidden');
  const { hasEeaUsers = false, hasMinors = false, isMedical = false } = region ?? {};
  return [
    ...(isFreeTier ? ['Answers came by an unpaid route, which may be read and learnt from by the vendor.'] : []),
    ...(isFreeTier && hasEeaUsers ? ['Users in the EEA, Switzerland or the UK need the paid service.'] : []),
    ...(hasMinors
      ? ['Minors are among the users: vendors restrict or forbid that, and consent is not theirs to give.']
      : []),
    ...(isMedical
      ? ['Health is concerned: most terms and cards exclude medical use without a review of its own.']
      : []),
  ];
}

function staleRules(
  judged: readonly JudgedTerms[],
  { rules, target, now }: Pick<RightsQuestion, 'rules' | 'target' | 'now'>,
): string[] {
  const model = target.model === null ? null : modelLicenceOf(target.model, rules);
  const used = [
    ...judged.flatMap(({ terms }) => (terms === null ? [] : [{ id: terms.id, at: terms.lastReviewed }])),
    ...(model === null ? [] : [{ id: `model ${model.family}`, at: model.lastReviewed }]),
  ];
  return [...new Set(used.filter(({ at }) => now - at > reviewedWithinMs).map(({ id }) => id))].sort();
}

/** Captured under terms whose version is on file, or uploaded with a source and a revision. */
function provenanceOf({ captured, uploads }: RightsQuestion, judged: readonly JudgedTerms[]): number {
  const ofTraffic = judged.slice(0, captured.filter(({ rows }) => rows > 0).length);
  const known = ofTraffic.filter(({ isVersionKnown }) => isVersionKnown).map(({ rights }) => rights);
  const declared = uploads.filter(({ declared: { source, revision } }) => source !== null && revision !== null);
  return rowsOf(known) + rowsOf(declared);
}
