// What open licences ask for, and what vendors let one do with their answers.
import { Badge } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';
import { Loading } from '../../../pieces/loading';
import { ProblemBox } from '../../../pieces/problem-box';
import { Source } from '../models/prices-card';
import { useLicences, useVendorTerms } from '../use-catalogue';

type Terms = NonNullable<ReturnType<typeof useVendorTerms>['data']>[number];

export function LicencesView() {
  const licences = useLicences();
  const error = licences.error;
  if (error !== null) {
    return <ProblemBox error={error} retry={() => void licences.refetch()} />;
  }
  if (licences.data === undefined) {
    return <Loading what="licences" />;
  }
  return (
    <div className="stack">
      <VendorTermsCard />
      <Card title="Licences of open models" note="Readings in our own words, not legal advice.">
        <ul className="licence-list">
          {licences.data.map((one) => (
            <li key={one.family}>
              <details>
                <summary>
                  {one.licence} <span className="faint licence-models">{modelsInWords(one.models)}</span>
                  <span className="licence-flags">
                    {one.limits.isOpenSource === true && <Badge tone="good">Open source</Badge>}
                    {one.limits.isCommercialAllowed === false && <Badge tone="bad">Not commercial</Badge>}
                    {one.limits.hasUserLimit === true && <Badge tone="warn">Limit of users</Badge>}
                    {one.limits.mayTrainOthers === false && <Badge tone="warn">May not train others</Badge>}
                    {one.limits.isEuMultimodalExcluded === true && (
                      <Badge tone="warn">Not in the EU with pictures</Badge>
                    )}
                  </span>
                </summary>
                <div className="details-body stack-s">
                  <ul className="duties">
                    {one.duties.map((duty) => (
                      <li key={duty}>{duty}</li>
                    ))}
                  </ul>
                  <p className="faint">
                    <Source name="The text" url={one.url} />, read last on {one.lastReviewed}. Counts for models named{' '}
                    {one.models.join(', ')}.
                  </p>
                </div>
              </details>
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}

const modelsNamed = 3;

/** Several licences have one name; the models tell them apart. */
function modelsInWords(models: readonly string[]): string {
  const more = models.length - modelsNamed;
  const named = models.slice(0, modelsNamed).map((name) => name.replace(/-$/, ''));
  return `${named.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function VendorTermsCard() {
  const terms = useVendorTerms();
  if (terms.data === undefined) {
    return null;
  }
  return (
    <Card
      title="Vendors’ terms on answers"
      note="Whether answers may train another model, by vendor and kind of contract."
    >
      <table className="table stacked-table terms-table">
        <thead>
          <tr>
            <th scope="col">Vendor</th>
            <th scope="col">What it says</th>
            <th scope="col">In force</th>
            <th scope="col">Read by</th>
          </tr>
        </thead>
        <tbody>
          {terms.data.map((one) => (
            <TermsRow key={one.id} terms={one} />
          ))}
        </tbody>
      </table>
    </Card>
  );
}

function TermsRow({ terms }: { readonly terms: Terms }) {
  return (
    <tr>
      <td>
        <strong>{terms.vendor}</strong>
        <br />
        <span className="faint">{terms.route.replaceAll('-', ' ')}</span>
      </td>
      <td data-label="Says">
        <span>
          {terms.text}
          <br />
          <span className="faint">
            <Source name={terms.clause} url={terms.url} />
          </span>
        </span>
      </td>
      <td data-label="In force">
        since <span className="unbroken">{terms.effectiveFrom}</span>
        {terms.effectiveUntil !== null && (
          <>
            {' '}
            until <span className="unbroken">{terms.effectiveUntil}</span>
          </>
        )}
      </td>
      <td data-label="Read by">
        {terms.reviewer}, <span className="unbroken">{terms.lastReviewed}</span>
      </td>
    </tr>
  );
}
