import { useState } from 'react';
import type { Schemas } from '../../../../api/client';
import { Badge } from '../../../../pieces/badge';
import { TableWrap } from '../../../../pieces/table-wrap';
import { daysWords, dayWords, number } from '../data-words';

type Forecast = Schemas['QuotaForecastResponse'];

const dayMs = 86_400_000;
const shown = 8;

export interface ForecastsProps {
  readonly forecasts: readonly Forecast[];
  readonly measuredAt: string;
}

/** Each quota with what is there, what is needed, and the day on which it should be met. */
export function Forecasts({ forecasts, measuredAt }: ForecastsProps) {
  const [isWhole, setIsWhole] = useState(false);
  if (forecasts.length === 0) {
    return <p className="muted">No quota was worked out in this report. Measure again to see one.</p>;
  }
  const openFirst = [...forecasts].sort(
    (one, other) => Number(one.have >= one.need) - Number(other.have >= other.need),
  );
  const visible = isWhole ? openFirst : openFirst.slice(0, shown);
  return (
    <div className="stack-s">
      <QuotaTable forecasts={visible} measuredAt={measuredAt} />
      {forecasts.length > shown && (
        <div>
          <button type="button" className="button" data-size="small" onClick={() => setIsWhole(!isWhole)}>
            {isWhole ? 'Show fewer' : `Show all ${forecasts.length} quotas`}
          </button>
        </div>
      )}
    </div>
  );
}

function QuotaTable({ forecasts, measuredAt }: ForecastsProps) {
  return (
    <TableWrap label="Quotas and when they are met">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">Quota</th>
            <th scope="col" className="number">
              Have
            </th>
            <th scope="col" className="number">
              Need
            </th>
            <th scope="col">Met</th>
          </tr>
        </thead>
        <tbody>
          {forecasts.map((one) => (
            <tr key={one.quota}>
              <td>
                <bdi>{one.quota}</bdi>
              </td>
              <td className="number">{number(one.have)}</td>
              <td className="number">{number(one.need)}</td>
              <td>
                <Met forecast={one} measuredAt={measuredAt} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableWrap>
  );
}

function Met({ forecast, measuredAt }: { readonly forecast: Forecast; readonly measuredAt: string }) {
  const { have, need, days } = forecast;
  if (have >= need) {
    return <Badge tone="good">met</Badge>;
  }
  if (days === null) {
    return <span className="faint nowrap">no basis yet</span>;
  }
  const on = (afterDays: number) => dayWords(Date.parse(measuredAt) + afterDays * dayMs);
  return (
    <>
      {on(days.p50)}{' '}
      <span className="faint block">
        in {daysWords(days.p50)}; {on(days.p10)} to {on(days.p85)}
      </span>
    </>
  );
}
