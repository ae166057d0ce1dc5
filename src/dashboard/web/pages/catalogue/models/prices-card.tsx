import { useMemo, useState } from 'react';
import { Badge } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';
import { LineChart } from '../../../pieces/line-chart';
import { componentWord, price, tierWord, tokens } from '../catalogue-words';
import type { ModelDetail, PriceRow } from '../use-catalogue';
import { hostsOf, priceChart } from './price-steps';

export function PricesCard({ model }: { readonly model: ModelDetail }) {
  const hosts = hostsOf(model.priceRows);
  const [chosen, setChosen] = useState(hosts[0] ?? '');
  const chart = useMemo(() => priceChart(model.priceRows, chosen), [model.priceRows, chosen]);
  return (
    <Card
      title="Prices over time"
      aside={
        hosts.length > 1 && (
          <label className="row">
            Host
            <select className="input host-choice" value={chosen} onChange={(event) => setChosen(event.target.value)}>
              {hosts.map((host) => (
                <option key={host}>{host}</option>
              ))}
            </select>
          </label>
        )
      }
    >
      {model.priceRows.length === 0 ? (
        <p className="muted">
          No price is on file. {model.openness === 'closed' ? '' : 'What an open model costs depends on who serves it.'}
        </p>
      ) : (
        <div className="stack">
          {chart.series.length > 0 && (
            <LineChart
              title="List price"
              unit="USD per million tokens"
              times={chart.times}
              series={chart.series}
              form="steps"
            />
          )}
          <details>
            <summary>Every price on file, with its source ({model.priceRows.length})</summary>
            <PriceTable rows={model.priceRows} />
          </details>
        </div>
      )}
    </Card>
  );
}

function PriceTable({ rows }: { readonly rows: readonly PriceRow[] }) {
  return (
    <table className="table stacked-table">
      <thead>
        <tr>
          <th scope="col">Price of</th>
          <th scope="col">Host</th>
          <th scope="col" className="number">
            USD per million
          </th>
          <th scope="col">Holds</th>
          <th scope="col">Source</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={[row.host, row.region, row.tier, row.component, row.abovePromptTokens, row.validFrom].join(' ')}>
            <td>
              {componentWord(row.component)}, {tierWord(row.tier)}
              {row.abovePromptTokens === null ? '' : `, above ${tokens(row.abovePromptTokens)} of prompt`}
            </td>
            <td data-label="Host">
              {row.host}
              {row.region === null ? '' : `, ${row.region}`}
            </td>
            <td data-label="USD per million" className="number">
              {row.usdPerMillionTokens === null ? 'no longer told' : price(row.usdPerMillionTokens)}
              {row.freeBecause !== null && <span className="faint"> {row.freeBecause}</span>}
            </td>
            <td data-label="Holds">
              {row.validFrom} to {row.validUntil ?? 'now'}
            </td>
            <td data-label="Source">
              <Source name={row.source} url={row.url} /> {row.isOverride && <Badge tone="accent">own contract</Badge>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

export function Source({ name, url }: { readonly name: string; readonly url: string | null }) {
  return url !== null && /^https?:\/\//.test(url) ? (
    <a href={url} target="_blank" rel="noreferrer noopener">
      {name}
    </a>
  ) : (
    name
  );
}
