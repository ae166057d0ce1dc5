// What rules over the catalogue, where sources disagree, and what is asked of every change.
import type { Schemas } from '../../../api/client';
import { Badge } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';
import { count, daysUntil, fieldWord, ruleWord } from '../catalogue-words';
import { sourceWord } from '../changes/refresh-words';
import { useConflicts, useOverrides, useRules } from '../use-catalogue';

type Override = Schemas['OverrideResponse'];

export function SourcesView() {
  return (
    <div className="stack">
      <OverridesCard />
      <ConflictsCard />
      <RulesCard />
    </div>
  );
}

const kindWords: Readonly<Record<string, string>> = {
  price: 'price',
  model: 'model',
  end: 'end',
  curve: 'load curve',
};

function OverridesCard() {
  const overrides = useOverrides();
  if (overrides.data === undefined) {
    return null;
  }
  const { standing, expired } = overrides.data;
  return (
    <Card
      title="Overrides"
      note="Facts of the operator’s own: contract prices, dates in writing. They stand in files beside the service, each with its reason and end."
    >
      {standing.length + expired.length === 0 ? (
        <p className="muted">None. What the catalogue holds is what public sources say.</p>
      ) : (
        <table className="table stacked-table">
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col">Of</th>
              <th scope="col">Because</th>
              <th scope="col">Until</th>
              <th scope="col">Stands in</th>
            </tr>
          </thead>
          <tbody>
            {[...expired, ...standing].map((one) => (
              <OverrideRow key={one.place} override={one} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function OverrideRow({ override }: { readonly override: Override }) {
  const days = daysUntil(override.until);
  return (
    <tr>
      <td>{override.model}</td>
      <td data-label="Of">{kindWords[override.kind] ?? override.kind}</td>
      <td data-label="Because">{override.because}</td>
      <td data-label="Until">
        {override.until}{' '}
        {days <= 0 ? <Badge tone="bad">run out</Badge> : days <= 30 && <Badge tone="warn">in {count(days)}</Badge>}
      </td>
      <td data-label="Stands in">
        <code>{override.place}</code>
      </td>
    </tr>
  );
}

function ConflictsCard() {
  const conflicts = useConflicts();
  if (conflicts.data === undefined) {
    return null;
  }
  const { conflicts: shown, count: all } = conflicts.data;
  return (
    <Card
      title="Where sources disagree"
      note="What the newest reading of a source says against what the catalogue holds."
    >
      {shown.length === 0 ? (
        <p className="muted">Nowhere, as far as sources were read. Readings come with refreshes.</p>
      ) : (
        <>
          <table className="table stacked-table">
            <thead>
              <tr>
                <th scope="col">Model</th>
                <th scope="col">Of</th>
                <th scope="col">Held</th>
                <th scope="col">Told</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((one) => (
                <tr key={[one.host, one.region, one.model, one.field, one.toldBy].join(' ')}>
                  <td>
                    {one.model}
                    <br />
                    <span className="faint">{one.host}</span>
                  </td>
                  <td data-label="Of">{fieldWord(one.field)}</td>
                  <td data-label="Held">
                    {one.held} <span className="faint">{sourceWord(one.heldSource)}</span>
                  </td>
                  <td data-label="Told">
                    {one.told} <span className="faint">{sourceWord(one.toldBy)}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {all > shown.length && <p className="faint">{`${shown.length} of ${all} are shown.`}</p>}
        </>
      )}
    </Card>
  );
}

function RulesCard() {
  const rules = useRules();
  if (rules.data === undefined) {
    return null;
  }
  return (
    <Card
      title="What is asked of every change"
      note="A change that fails one of these is held until somebody else has looked at it."
    >
      <ul className="rule-list">
        {rules.data.map((one) => (
          <li key={one.name}>
            <details>
              <summary>{one.question}</summary>
              <div className="details-body stack-s">
                <p>{one.why}</p>
                <p className="faint">
                  {ruleWord(one.name)}. {one.source}
                </p>
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
