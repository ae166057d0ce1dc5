import type { Schemas } from '../../../../api/client';
import { EvidenceList } from '../indicators/fact-trail';
import { criticalities, reliances, wordOf } from './register-words';

type Told = Schemas['ArrangementRequest'];

/** What an arrangement lists: functions of the business, routes, subcontractors, countries and what shows it. */
export function ArrangementTables({ arrangement }: { readonly arrangement: Told }) {
  const { functions, routes, subcontractors, countries, evidence } = arrangement;
  return (
    <>
      <Listing
        caption="Functions of the business"
        heads={['Function', 'Criticality', 'Relies on it', 'Back within', 'Can be away']}
        rows={functions.map((one) => [
          `${one.name} (${one.id})`,
          wordOf(criticalities, one.criticality),
          wordOf(reliances, one.reliance),
          hours(one.rtoHours),
          hours(one.impactToleranceHours),
        ])}
      />
      <Listing
        caption="Routes"
        heads={['Host', 'Model', 'Snapshot', 'Region']}
        rows={routes.map((one) => [one.host, one.model, one.snapshot ?? 'a name that moves', one.region ?? 'not told'])}
      />
      <Listing
        caption="Subcontractors"
        heads={['Name', 'Rank', 'Country', 'Does']}
        rows={subcontractors.map((one) => [one.name, String(one.rank), one.country ?? 'not told', one.service])}
      />
      <p className="faint">
        Provided from {list(countries.provision)}; stored in {list(countries.storage)}; processed in{' '}
        {list(countries.processing)}.
      </p>
      {evidence.length > 0 && <EvidenceList evidence={evidence} />}
    </>
  );
}

function hours(value: number | null | undefined): string {
  return value === null || value === undefined ? 'not told' : `${value} h`;
}

function list(countries: readonly string[]): string {
  return countries.length === 0 ? 'not told' : countries.join(', ');
}

interface ListingProps {
  readonly caption: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function Listing({ caption, heads, rows }: ListingProps) {
  if (rows.length === 0) {
    return <p className="faint">{caption}: none told.</p>;
  }
  return (
    <table className="table stacked-table register-table">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells) => (
          <tr key={cells.join(' ')}>
            {cells.map((cell, at) => (
              <td key={heads[at]} {...(at === 0 ? {} : { 'data-label': heads[at] })}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
