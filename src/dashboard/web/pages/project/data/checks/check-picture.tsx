// The picture that belongs to a check, where there is one. All of them stand under “What is in it” and “Growth” too.
import { ClassBars } from '../contents/class-bars';
import { Clusters } from '../contents/clusters';
import { LeakPairs } from '../contents/leak-pairs';
import { PrivateKinds } from '../contents/private-kinds';
import type { Finding, Report } from '../data-queries';
import { GrowthPicture } from '../growth/growth-picture';
import { LearningPicture } from '../growth/learning-picture';
import { ShiftBars } from '../growth/shift-bars';
import { LengthHistogram } from '../pictures/length-histogram';

export interface CheckPictureProps {
  readonly finding: Finding;
  readonly report: Report;
}

type Draw = (report: Report) => React.ReactNode;

const lengths: Draw = ({ statistics, target, candidateContextTokens }) =>
  statistics?.tokens == null ? null : (
    <LengthHistogram lengths={statistics.tokens} unit="tokens" limit={target?.limitTokens ?? candidateContextTokens} />
  );
const classes: Draw = ({ statistics }) =>
  statistics === null || statistics.classes.length === 0 ? null : <ClassBars classes={statistics.classes} />;
const clusters: Draw = ({ statistics }) =>
  statistics === null || statistics.clusters.length === 0 ? null : <Clusters clusters={statistics.clusters} />;
const leaks: Draw = ({ statistics }) =>
  statistics === null || statistics.leakPairs.length === 0 ? null : <LeakPairs pairs={statistics.leakPairs} />;
const personal: Draw = ({ statistics }) =>
  statistics === null ? null : <PrivateKinds kinds={statistics.privateKinds} />;
const growth: Draw = ({ statistics, power }) =>
  statistics === null || Object.keys(statistics.rowsByDay).length < 2 ? null : (
    <GrowthPicture
      byDay={statistics.rowsByDay}
      forecast={power?.forecasts.find(({ quota }) => quota === 'training rows') ?? null}
    />
  );
const learning: Draw = ({ statistics }) =>
  statistics?.learningCurve == null ? null : <LearningPicture curve={statistics.learningCurve} />;
const shift: Draw = ({ statistics }) =>
  statistics?.shift == null || statistics.shift.labels.length === 0 ? null : <ShiftBars shift={statistics.shift} />;

/** By the name of the check: what it measures does not change with its number. */
const pictures: Readonly<Record<string, Draw>> = {
  'class.rows': classes,
  'class.imbalance': classes,
  'label.names': classes,
  'dup.near': clusters,
  'dup.exact': clusters,
  'dup.prompt': clusters,
  'leak.near': leaks,
  'leak.exact': leaks,
  'leak.ngram': leaks,
  'split.disjoint': leaks,
  'pii.high': personal,
  'pii.contact': personal,
  'special.categories': personal,
  'train.rows': growth,
  'capture.rate': growth,
  'time.gaps': growth,
  'learning.curve': learning,
  'len.over': lengths,
  'tokens.total': lengths,
  'trainer.truncate': lengths,
  'label.cut': lengths,
  'drift.label': shift,
};

/** Nothing for a check that has none. */
export function CheckPicture({ finding, report }: CheckPictureProps) {
  return pictures[finding.name]?.(report) ?? null;
}
