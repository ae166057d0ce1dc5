// Will it be enough, and when? What came in, what each quota still needs, and whether more rows would help at all.
import { Card } from '../../../../pieces/card';
import type { DataPartProps } from '../data-part';
import { CollectNext } from './collect-next';
import { Forecasts } from './forecasts';
import { GrowthPicture } from './growth-picture';
import { LearningPicture } from './learning-picture';
import { PowerNote } from './power-note';
import { ShiftBars } from './shift-bars';

export function Part({ report }: DataPartProps) {
  if (report === null) {
    return null;
  }
  const { statistics, power, collectNext } = report;
  const byDay = statistics?.rowsByDay ?? {};
  const curve = statistics?.learningCurve ?? null;
  const shift = statistics?.shift ?? null;
  return (
    <div className="stack">
      <div className="halves">
        <Card
          title="When each quota is met"
          note="If rows go on to come in as they do. The range holds 10 to 85 of 100 cases."
        >
          <Forecasts forecasts={power?.forecasts ?? []} measuredAt={report.createdAt} />
        </Card>
        <Card title="What to collect next" note="The most wanted first.">
          <CollectNext wanted={collectNext ?? []} />
        </Card>
      </div>
      {Object.keys(byDay).length > 1 && (
        <Card title="Growth" note="Usable rows, added up by the day on which they were said.">
          <GrowthPicture
            byDay={byDay}
            forecast={power?.forecasts.find(({ quota }) => quota === 'training rows') ?? null}
          />
        </Card>
      )}
      <div className="halves">
        {curve !== null && curve.points.length > 1 && (
          <Card title="Would more rows help?">
            <LearningPicture curve={curve} />
          </Card>
        )}
        {power !== null && (
          <Card title="What the hold-out can show">
            <PowerNote power={power} have={report.holdoutRows} />
          </Card>
        )}
      </div>
      {shift !== null && shift.labels.length > 0 && (
        <Card title="Training against production">
          <ShiftBars shift={shift} />
        </Card>
      )}
    </div>
  );
}
