// What the two arms do with the calls: how many, how fast, how often they fail, what they cost.
import { useMemo } from 'react';
import { Card } from '../../../pieces/card';
import { CopyAsCurl } from '../../../pieces/copy-button';
import { Empty } from '../../../pieces/empty';
import { LineChart } from '../../../pieces/line-chart';
import { Loading } from '../../../pieces/loading';
import { count, dollars, milliseconds, percent, seconds } from '../../../pieces/numbers';
import { ProblemBox } from '../../../pieces/problem-box';
import { TableWrap } from '../../../pieces/table-wrap';
import { TimeAgo } from '../../../pieces/time-ago';
import { armNumbers, bucketsOf, isFailure, percentile } from './arm-numbers';
import { type Arm, arms, type Exchange, useExchanges } from './use-exchanges';

const colours: Record<Arm, string> = { candidate: '--candidate', incumbent: '--incumbent' };
const names: Record<Arm, string> = { candidate: 'Candidate', incumbent: 'Incumbent' };

export function TrafficCard({ projectId, isLive }: { readonly projectId: string; readonly isLive: boolean }) {
  const exchanges = useExchanges(projectId, isLive);
  const { data } = exchanges;
  const newest = data?.reduce((most, one) => Math.max(most, Date.parse(one.at)), 0) ?? 0;
  return (
    <Card
      title="Traffic by arm"
      note={
        data !== undefined && data.length > 0 ? (
          <>
            The newest {data.length} captured calls, at most 500 an arm; the last came <TimeAgo at={newest} />.
          </>
        ) : undefined
      }
      aside={<CopyAsCurl path={`/v1/projects/${projectId}/exchanges?limit=500`} />}
    >
      {exchanges.isError && <ProblemBox error={exchanges.error} retry={() => void exchanges.refetch()} />}
      {exchanges.isPending && <Loading what="the calls" />}
      {data !== undefined && data.length === 0 && (
        <Empty title="No call was captured yet">
          Calls appear here as soon as an application asks the project’s base URL instead of the vendor’s.
        </Empty>
      )}
      {data !== undefined && data.length > 0 && (
        <div className="stack">
          <ArmTable exchanges={data} />
          <Charts exchanges={data} />
        </div>
      )}
    </Card>
  );
}

function ArmTable({ exchanges }: { readonly exchanges: readonly Exchange[] }) {
  return (
    <TableWrap label="Traffic by arm">
      <table className="table stacked-table">
        <thead>
          <tr>
            <th scope="col">Arm</th>
            {['Calls', 'Failed', 'Median', '95th percentile', 'Cost a call', 'Cost not known'].map((name) => (
              <th key={name} scope="col" className="number">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {arms.map((arm) => {
            const one = armNumbers(exchanges, arm);
            return (
              <tr key={arm}>
                <td>
                  <span className="arm-name" data-arm={arm}>
                    {names[arm]}
                  </span>
                </td>
                <td data-label="Calls" className="number">
                  {count(one.calls)}
                </td>
                <td data-label="Failed" className="number">
                  {one.calls === 0 ? '–' : `${one.failures} (${percent(one.failureShare)})`}
                </td>
                <td data-label="Median" className="number">
                  {one.calls === 0 ? '–' : milliseconds(one.latencyMsP50)}
                </td>
                <td data-label="95th percentile" className="number">
                  {one.calls === 0 ? '–' : milliseconds(one.latencyMsP95)}
                </td>
                <td data-label="Cost a call" className="number">
                  {one.calls === 0 ? '–' : dollars(one.costNanoUsdMean)}
                </td>
                <td data-label="Cost not known" className="number">
                  {one.calls === 0 ? '–' : count(one.costUnknown)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </TableWrap>
  );
}

/** Cost of what is known of it, dollars a thousand calls; null where nothing is. */
function costPerThousand(own: readonly Exchange[]): number | null {
  const mean = armNumbers(own, own[0]?.arm ?? 'candidate').costNanoUsdMean;
  return mean === null ? null : mean / 1e6;
}

function Charts({ exchanges }: { readonly exchanges: readonly Exchange[] }) {
  const charts = useMemo(() => {
    const buckets = bucketsOf(exchanges);
    const series = (value: (own: readonly Exchange[]) => number | null) =>
      arms.map((arm) => ({ label: names[arm], colour: colours[arm], values: buckets.of(arm, value) }));
    const latency = (own: readonly Exchange[]) =>
      percentile(
        own.filter((one) => !isFailure(one)).map((one) => one.latencyMs),
        0.95,
      );
    const failed = (own: readonly Exchange[]) =>
      own.length === 0 ? null : (100 * own.filter(isFailure).length) / own.length;
    const size = seconds(buckets.sizeSeconds).replace('.0', '');
    return {
      times: buckets.starts,
      all: [
        { title: 'Calls', unit: `in ${size}`, form: 'steps', series: series((own) => own.length) },
        { title: 'Latency, 95th percentile', unit: 'ms', form: 'lines', series: series(latency) },
        { title: 'Failed', unit: '% of calls', form: 'lines', series: series(failed) },
        { title: 'Cost', unit: 'USD per 1,000 calls', form: 'lines', series: series(costPerThousand) },
      ] as const,
    };
  }, [exchanges]);
  return (
    <div className="traffic-charts">
      {charts.all.map((one) => (
        <LineChart key={one.title} times={charts.times} {...one} />
      ))}
    </div>
  );
}
