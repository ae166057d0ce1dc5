// May an upload be trained on? By the licence that its uploader declared, at a revision, and by what the people in it were
// told. What was not declared is unknown.
import type { RightsRuling, SourceRights } from '../facts/rights-facts.js';
import type { RightsDeclaration } from '../imports/rights-declaration.js';
import { dayOf } from './judge-vendor-terms.js';
import type { DataLicence, LicenceKind, RightsRules } from './rights-rules.js';
import type { TargetUse } from './target-use.js';

export interface UploadRows {
  readonly importId: string;
  readonly rows: number;
  readonly declared: RightsDeclaration;
  /** Rows by the model that they name as author of the answer. */
  readonly rowsByModel: Readonly<Record<string, number>>;
}

const spdxOfOwnData = 'LicenseRef-own';

interface Ruled {
  readonly ruling: RightsRuling;
  readonly because: string;
}

function rights(source: string, rows: number, { ruling, because }: Ruled): SourceRights {
  return { source, rows, ruling, because, url: null, acknowledgement: null };
}

export function judgeLicence(
  { importId, rows, declared }: UploadRows,
  { target, rules }: { readonly target: TargetUse; readonly rules: RightsRules },
): SourceRights {
  const source = `import:${importId}`;
  const { spdx, revision } = declared;
  const known = rules.licences.find((licence) => licence.spdx.toLowerCase() === spdx?.toLowerCase());
  if (spdx === null || known === undefined) {
    const because = spdx === null ? 'No licence was declared.' : `${spdx} is not among the licences on file.`;
    return rights(source, rows, { ruling: 'unknown', because });
  }
  const ruled = licenceRuling(known, target);
  if (revision === null && known.spdx !== spdxOfOwnData && ruled.ruling === 'permitted') {
    const because = `${ruled.because} A licence belongs to a revision, and none was named.`;
    return rights(source, rows, { ruling: 'acknowledge', because });
  }
  return rights(source, rows, ruled);
}

function licenceRuling({ spdx, kind, duty }: DataLicence, { commercial, distribution }: TargetUse): Ruled {
  const words = `${spdx}, ${kind}.${duty === '' ? '' : ` ${duty}`}`;
  const byKind: Record<LicenceKind, RightsRuling> = {
    permissive: 'permitted',
    attribution: 'acknowledge',
    'share-alike': 'acknowledge',
    'non-commercial': commercial === null ? 'unknown' : commercial ? 'blocked' : 'acknowledge',
    'no-derivatives': distribution === 'internal' ? 'acknowledge' : 'blocked',
  };
  const isOpen = kind === 'non-commercial' && commercial === null;
  return {
    ruling: byKind[kind],
    because: isOpen ? `${words} Whether the use is commercial has not been said.` : words,
  };
}

export type ConsentRights = SourceRights & {
  readonly optedOutRows: number;
  readonly retentionUntil: number | null;
};

export interface ConsentQuestion {
  /** Such as `import:imp_…`, or `traffic`. */
  readonly source: string;
  readonly rows: number;
  readonly declared: Pick<RightsDeclaration, 'legalBasis' | 'purposeIncludesTraining' | 'retentionUntil' | 'optOuts'>;
  readonly now: number;
}

export function judgeConsent({ source, rows, declared, now }: ConsentQuestion): ConsentRights {
  const { retentionUntil, optOuts } = declared;
  const ruled = consentRuling(declared, now);
  return { ...rights(source, rows, ruled), optedOutRows: optOuts ?? 0, retentionUntil };
}

function consentRuling(declared: ConsentQuestion['declared'], now: number): Ruled {
  const { legalBasis, purposeIncludesTraining, retentionUntil, optOuts } = declared;
  if (retentionUntil !== null && retentionUntil <= now) {
    return { ruling: 'blocked', because: `The rows were to be kept until ${dayOf(retentionUntil)} only.` };
  }
  if ((optOuts ?? 0) > 0) {
    return { ruling: 'blocked', because: `${optOuts} who objected are still in the rows.` };
  }
  if (legalBasis === null) {
    return { ruling: 'unknown', because: 'No legal basis was declared.' };
  }
  if (legalBasis === 'no-personal-data') {
    return { ruling: 'permitted', because: 'Declared to hold no personal data.' };
  }
  if (purposeIncludesTraining === null) {
    return { ruling: 'unknown', because: `${legalBasis}; whether the purpose includes training was not said.` };
  }
  return purposeIncludesTraining
    ? { ruling: 'permitted', because: `${legalBasis}, for a purpose that includes training.` }
    : { ruling: 'blocked', because: `${legalBasis}, for a purpose that does not include training.` };
}
