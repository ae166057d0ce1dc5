// What the terms of a model's weights ask of whoever uses them. Readings in our own words, not legal advice.

/** Null in any field: the reading does not say, which is not the same as free. */
export interface LicenceLimits {
  /** SPDX-known and approved as open by the OSI. */
  readonly isOpenSource: boolean | null;
  readonly isCommercialAllowed: boolean | null;
  /** From more monthly users on a licence must be asked for; null with `hasUserLimit` false: there is no such limit. */
  readonly monthlyUsersMax: number | null;
  readonly hasUserLimit: boolean | null;
  /** On which day the users are counted, in words. */
  readonly usersCounted: string | null;
  /** People and companies in the European Union get no rights on models that take images. */
  readonly isEuMultimodalExcluded: boolean | null;
  /** Whether outputs may improve models of other families. */
  readonly mayTrainOthers: boolean | null;
  /** What a tuned model, or one taught by outputs, must be called or show; null: nothing. */
  readonly naming: string | null;
  /** What copies must carry; null: nothing that we know. */
  readonly noticeDuty: string | null;
  readonly hasUsePolicy: boolean | null;
  /** What the publisher says the model is not meant for; null: nothing beyond a policy. */
  readonly outOfScope: string | null;
}

export interface ModelLicence {
  readonly family: string;
  /** Beginnings of model names, lower case. */
  readonly models: readonly string[];
  readonly licence: string;
  readonly url: string;
  readonly duties: readonly string[];
  readonly limits: LicenceLimits;
  /** ISO day of the last reading. */
  readonly lastReviewed: string;
}

/** The licence whose beginning of a model name fits best; null when none is on file. */
export function licenceByName(name: string, licences: readonly ModelLicence[]): ModelLicence | null {
  const lower = name.toLowerCase();
  const names = [lower, lower.slice(lower.lastIndexOf('/') + 1)];
  let best: { readonly licence: ModelLicence; readonly length: number } | null = null;
  for (const licence of licences) {
    const fits = licence.models.filter((beginning) => names.some((one) => one.startsWith(beginning)));
    const length = Math.max(0, ...fits.map((beginning) => beginning.length));
    if (length > (best?.length ?? 0)) {
      best = { licence, length };
    }
  }
  return best?.licence ?? null;
}
