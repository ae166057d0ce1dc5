// The score day by day, and what the newest change is made of.
import { useMemo } from 'react';
import type { Schemas } from '../../../../api/client';
import { Card } from '../../../../pieces/card';
import { Segments } from '../../../../pieces/filter-fields';
import { type ChartSeries, LineChart } from '../../../../pieces/line-chart';
import { Loading } from '../../../../pieces/loading';
import { ProblemBox } from '../../../../pieces/problem-box';
import { useAddress } from '../../../../pieces/use-address';
import { signed } from '../lock-in-words';
import { type LockIn, useLockInHistory } from '../use-lock-in';
import { causesOf } from './causes';

type Day = Schemas['LockInDayResponse'];
const ranges = [30, 90, 365] as const;
const usualRange = 90;
/** Less is no way of the score, but the rounding of a sum. */
const leastPointsShown = 0.05;

export function HistoryCard({ projectId, lockIn }: { readonly projectId: string; readonly lockIn: LockIn }) {
  const [search, set] = useAddress();
  const asked = Number(search.get('days'));
  const days = ranges.find((one) => one === asked) ?? usualRange;
  const history = useLockInHistory(projectId, days);
  return (
    <Card
      title="Trend"
      aside={
        <Segments
          label="How far back"
          value={String(days)}
          options={ranges.map((range) => [String(range), range === 365 ? '1 year' : `${range} days`] as const)}
          onChange={(range) => set({ days: range })}
        />
      }
    >
      {history.isError && <ProblemBox error={history.error} retry={() => void history.refetch()} />}
      {history.isPending && <Loading what="the trend" />}
      {history.data !== undefined && (
        <div className="lock-in-trend">
          <Trend days={history.data.days} lockIn={lockIn} />
          <div className="lock-in-curves">
            <Curve days={history.data.days} />
            <CauseCurve days={history.data.days} />
          </div>
        </div>
      )}
    </Card>
  );
}

function Curve({ days }: { readonly days: readonly Day[] }) {
  const times = useMemo(() => days.map(({ day }) => Date.parse(`${day}T00:00:00Z`) / 1000), [days]);
  const series = useMemo(
    (): readonly ChartSeries[] => [
      { label: 'Score', colour: '--accent', values: days.map((one) => one.score) },
      { label: 'Low', colour: '--line-strong', values: days.map((one) => one.low) },
      { label: 'High', colour: '--line-strong', values: days.map((one) => one.high) },
    ],
    [days],
  );
  if (days.length < 2) {
    return (
      <p className="muted lock-in-one-day">
        One day is known so far. The curve begins with the second; each day adds a point.
      </p>
    );
  }
  return <LineChart title="Score by day" unit="points of 100" times={times} series={series} />;
}

/** What moved the score, added up from the first day that is shown. */
function CauseCurve({ days }: { readonly days: readonly Day[] }) {
  const causes = useMemo(() => causesOf(days), [days]);
  const series = useMemo(
    (): readonly ChartSeries[] => [
      { label: 'Facts changed', colour: '--accent', values: causes.byFacts },
      { label: 'Facts grew older', colour: '--warn', values: causes.byAgeing },
      { label: 'Weights changed', colour: '--line-strong', values: causes.byProfile },
    ],
    [causes],
  );
  const hasMoved = series.some(({ values }) => values.some((value) => Math.abs(value ?? 0) >= leastPointsShown));
  return causes.times.length < 2 || !hasMoved ? null : (
    <LineChart title="What moved it" unit="points, added up" times={causes.times} series={series} form="steps" />
  );
}

function Trend({ days, lockIn }: { readonly days: readonly Day[]; readonly lockIn: LockIn }) {
  const { change, trend } = lockIn;
  return (
    <dl className="lock-in-changes">
      <Line term="Over 7 days" value={against(days, 7)} />
      <Line term="Over 30 days" value={against(days, 30)} />
      <Line term="Direction, 30 days" value={slope(trend.days30)} />
      <Line term="Direction, 90 days" value={slope(trend.days90)} />
      {change !== null && (
        <div className="lock-in-parts-of-change">
          <dt>Newest change, since {change.since}</dt>
          <dd>
            <strong>{signed(change.total)}</strong>
            <ul>
              <li>{signed(change.byFacts)} facts changed</li>
              <li>{signed(change.byAgeing)} facts grew older</li>
              <li>{signed(change.byProfile)} weights changed</li>
            </ul>
          </dd>
        </div>
      )}
    </dl>
  );
}

function Line({ term, value }: { readonly term: string; readonly value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}

const dayMs = 86_400_000;

function against(days: readonly Day[], back: number): string {
  const newest = days.at(-1);
  if (newest === undefined) {
    return 'not known';
  }
  const wanted = Date.parse(newest.day) - back * dayMs;
  const then = days.findLast(({ day }) => Date.parse(day) <= wanted);
  return then === undefined ? `fewer than ${back} days known` : `${signed(newest.score - then.score)} points`;
}

function slope({ pointsPer30Days, p, isTrend }: LockIn['trend']['days30']): string {
  if (pointsPer30Days === null) {
    return 'fewer than two days known';
  }
  if (p === null) {
    return 'too few days to judge';
  }
  const sure = isTrend ? 'the days agree' : 'no clear direction';
  return `${signed(pointsPer30Days)} per 30 days, ${sure} (p = ${p.toFixed(2)})`;
}
