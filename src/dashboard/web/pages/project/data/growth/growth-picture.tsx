import type { Schemas } from '../../../../api/client';
import { counted, dayWords, number } from '../data-words';
import { LinePicture } from '../pictures/line-picture';
import { shortNumber } from '../pictures/scale';

const shortDay = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short', timeZone: 'UTC' });

export interface GrowthPictureProps {
  /** Usable rows by day. */
  readonly byDay: Readonly<Record<string, number>>;
  /** Of the training rows; null: not worked out. */
  readonly forecast: Schemas['QuotaForecastResponse'] | null;
}

const dayMs = 86_400_000;

/** Rows added up day by day, against what is needed; while some are missing, dashed on to the day they should be there. */
export function GrowthPicture({ byDay, forecast }: GrowthPictureProps) {
  const need = forecast?.need ?? null;
  const days = Object.entries(byDay).sort(([one], [other]) => one.localeCompare(other));
  let total = 0;
  const points = days.map(([day, rows]) => {
    total += rows;
    return { x: Date.parse(day), y: total };
  });
  const [first, last] = [points[0]?.x ?? 0, points.at(-1)?.x ?? 0];
  const wait = forecast !== null && forecast.have < forecast.need ? forecast.days : null;
  const readyAt = wait === null ? null : last + wait.p50 * dayMs;
  const end = readyAt ?? last;
  const ticks = [0, 1, 2, 3].map((at) => first + ((end - first) * at) / 3);
  // A need far above what is there would press the line to the floor: the table says it.
  const isNear = need !== null && need <= total * 3;
  return (
    <LinePicture
      points={points}
      isArea
      fit={
        readyAt === null || need === null
          ? []
          : [
              { x: last, y: total },
              { x: readyAt, y: need },
            ]
      }
      yFrom={0}
      xTicks={ticks.map((at) => ({ at, text: shortDay.format(at) }))}
      yText={shortNumber}
      xTitle="day"
      yTitle="usable rows in all"
      {...(isNear ? { level: { at: need, text: `${number(need)} are the least for training` } } : {})}
      said={`${counted(total, 'usable row')} with a date, from ${dayWords(first)} to ${dayWords(last)}.${readyAt === null ? '' : ` Enough for training about ${dayWords(readyAt)}.`}`}
    />
  );
}
