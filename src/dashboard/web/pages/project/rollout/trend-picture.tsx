export interface TrendPictureProps {
  readonly points: readonly { readonly at: number; readonly value: number }[];
  readonly bound: number | null;
  readonly shown: (value: number | null) => string;
}

const width = 280;
const height = 56;
const padding = 5;

/** How the measured number came, against its bound; nothing is drawn from a single point. */
export function TrendPicture({ points, bound, shown }: TrendPictureProps) {
  if (points.length < 2) {
    return null;
  }
  const values = points.map((one) => one.value);
  const most = Math.max(...values, bound ?? 0);
  const least = Math.min(...values, 0);
  const from = points[0]?.at ?? 0;
  const span = Math.max(1, (points.at(-1)?.at ?? 0) - from);
  const x = (at: number) => padding + ((at - from) / span) * (width - 2 * padding);
  const y = (value: number) =>
    height - padding - ((value - least) / Math.max(most - least, 1e-12)) * (height - 2 * padding);
  const text = `${points.length} measurements in this step, from ${shown(values[0] ?? null)} to ${shown(values.at(-1) ?? null)}; the bound is ${shown(bound)}.`;
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className="trend-picture" role="img" aria-label={text}>
      {bound !== null && <line x1="0" x2={width} y1={y(bound)} y2={y(bound)} className="trend-bound" />}
      <polyline points={points.map((one) => `${x(one.at)},${y(one.value)}`).join(' ')} className="trend-line" />
    </svg>
  );
}
