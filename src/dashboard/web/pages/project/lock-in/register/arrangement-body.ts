// The form of an arrangement, read back as the service takes it. What is left empty is left out: not known, and named as
// missing in the exports.
import { given, linesOf, numberOf, textOf } from '../../../../pieces/read-form';

/** How the rows of a list stand in the form: `functions.0.name`. */
export const rowName = (list: string, at: number, field: string) => `${list}.${at}.${field}`;

function flagOf(form: FormData, name: string): boolean | undefined {
  const said = textOf(form, name);
  return said === undefined ? undefined : said === 'yes';
}

function countriesOf(form: FormData, name: string): string[] {
  return (textOf(form, name) ?? '')
    .split(/[\s,;]+/)
    .filter((one) => one !== '')
    .map((one) => one.toUpperCase());
}

/** Rows whose first field was filled in. */
function rowsOf(form: FormData, list: string, fields: Readonly<Record<string, 'text' | 'number'>>) {
  const [first = ''] = Object.keys(fields);
  const rows: Record<string, unknown>[] = [];
  for (let at = 0; form.has(rowName(list, at, first)); at += 1) {
    if (textOf(form, rowName(list, at, first)) !== undefined) {
      rows.push(
        given(
          Object.fromEntries(
            Object.entries(fields).map(([field, kind]) => [
              field,
              (kind === 'number' ? numberOf : textOf)(form, rowName(list, at, field)),
            ]),
          ),
        ),
      );
    }
  }
  return rows;
}

function contractOf(form: FormData): Record<string, unknown> {
  return given({
    ref: textOf(form, 'ref'),
    startsOn: textOf(form, 'startsOn'),
    endsOn: textOf(form, 'endsOn'),
    noticeEntityDays: numberOf(form, 'noticeEntityDays'),
    noticeProviderDays: numberOf(form, 'noticeProviderDays'),
    lawCountry: textOf(form, 'lawCountry')?.toUpperCase(),
    change: textOf(form, 'change'),
    commitmentRatio: numberOf(form, 'commitmentRatio'),
    hasExitAssistance: flagOf(form, 'hasExitAssistance'),
    hasDataReturn: flagOf(form, 'hasDataReturn'),
    hasAuditRight: flagOf(form, 'hasAuditRight'),
    hasServiceLevel: flagOf(form, 'hasServiceLevel'),
    place: textOf(form, 'place'),
    charges: textOf(form, 'charges'),
    lastAuditOn: textOf(form, 'lastAuditOn'),
  });
}

const functionFields = {
  id: 'text',
  name: 'text',
  criticality: 'text',
  reliance: 'text',
  rtoHours: 'number',
  rpoHours: 'number',
  impactToleranceHours: 'number',
} as const;

export function arrangementBody(form: FormData): Record<string, unknown> {
  const code = textOf(form, 'substitutability');
  return given({
    provider: given({
      name: textOf(form, 'providerName'),
      id: textOf(form, 'providerId'),
      idType: textOf(form, 'providerIdType'),
      country: textOf(form, 'providerCountry')?.toUpperCase(),
      parent: textOf(form, 'providerParent'),
    }),
    developer: textOf(form, 'developer'),
    serviceType: textOf(form, 'serviceType'),
    contract: contractOf(form),
    functions: rowsOf(form, 'functions', functionFields),
    routes: rowsOf(form, 'routes', { host: 'text', model: 'text', snapshot: 'text', region: 'text' }),
    subcontractors: rowsOf(form, 'subcontractors', { name: 'text', rank: 'number', country: 'text', service: 'text' }),
    countries: {
      provision: countriesOf(form, 'provision'),
      storage: countriesOf(form, 'storage'),
      processing: countriesOf(form, 'processing'),
    },
    sensitivity: textOf(form, 'sensitivity'),
    substitutabilityOverride:
      code === undefined ? undefined : { code, reason: textOf(form, 'substitutabilityReason') ?? '' },
    exitOwner: textOf(form, 'exitOwner'),
    exitBudgetUsd: numberOf(form, 'exitBudgetUsd'),
    evidence: linesOf(form, 'evidence'),
  });
}
