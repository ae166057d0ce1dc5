import type { Schemas } from '../../../../api/client';
import { counted, number, percent } from '../data-words';
import { LinePicture } from '../pictures/line-picture';
import { shortNumber } from '../pictures/scale';

type Curve = Schemas['LearningCurveResponse'];

const steps = 32;

/** How good a quick student became with ever more rows; each step to the right doubles them. */
export function LearningPicture({ curve }: { readonly curve: Curve }) {
  const { points, fit, gainOfDoubling } = curve;
  const [first, last] = [points[0], points.at(-1)];
  if (first === undefined || last === undefined) {
    return null;
  }
  const [low, high] = [Math.log2(first.trainRows), Math.log2(last.trainRows) + (fit === null ? 0 : 1)];
  const line =
    fit === null
      ? []
      : Array.from({ length: steps + 1 }, (_, at) => low + ((high - low) * at) / steps).map((x) => ({
          x,
          y: fit.a - fit.b * 2 ** (-fit.c * x),
        }));
  const gain =
    gainOfDoubling === null
      ? 'How much twice the rows would bring cannot be told yet.'
      : `Twice the rows should bring about ${number(Number((gainOfDoubling * 100).toFixed(1)))} points.`;
  return (
    <LinePicture
      points={points.map(({ trainRows, accuracy }) => ({ x: Math.log2(trainRows), y: accuracy }))}
      fit={line}
      hasDots
      xTicks={[...points.map(({ trainRows }) => trainRows), ...(fit === null ? [] : [last.trainRows * 2])].map(
        (rows) => ({
          at: Math.log2(rows),
          text: shortNumber(rows),
        }),
      )}
      yText={(value) => percent(value)}
      xTitle="training rows, each step twice as many"
      yTitle="accuracy"
      said={`A quick student rises from ${percent(first.accuracy)} on ${counted(first.trainRows, 'row')} to ${percent(last.accuracy)} on ${number(last.trainRows)}. ${gain}`}
    />
  );
}
