/** What a project declares of its data where a spec is about something else: own texts, nobody behind them, kept inside. */
export function declaredPlan(vendor: string): Record<string, unknown> {
  return {
    distribution: 'internal',
    commercial: true,
    vendorRoutes: [{ vendor, route: 'openward/own' }],
    trafficConsent: { legalBasis: 'no-personal-data', purposeIncludesTraining: true, retentionUntil: null, optOuts: 0 },
    region: { hasEeaUsers: false, hasMinors: false, isMedical: false },
  };
}

/** As a query of an upload. */
export const declaredRights = new URLSearchParams({
  licence: 'LicenseRef-own',
  licenceRevision: '1',
  source: 'texts of the test',
  legalBasis: 'no-personal-data',
  purposeIncludesTraining: 'true',
  optOuts: '0',
}).toString();
