// What the rows are: where they went on the way to training, and how they look.
import { Card } from '../../../../pieces/card';
import { Empty } from '../../../../pieces/empty';
import type { DataPartProps } from '../data-part';
import type { Statistics } from '../data-queries';
import { counted, number, percent } from '../data-words';
import { BarRows } from '../pictures/bar-rows';
import { LengthHistogram } from '../pictures/length-histogram';
import { ClassBars } from './class-bars';
import { Clusters } from './clusters';
import { Funnel } from './funnel';
import { LeakPairs } from './leak-pairs';
import { PrivateKinds } from './private-kinds';

export function Part({ report }: DataPartProps) {
  if (report === null) {
    return null;
  }
  const { statistics, funnel, target } = report;
  return (
    <div className="stack">
      <Card
        title="From captured to trained"
        note="Each step begins with what the step before it left. A row that several reasons would take counts for the first."
      >
        <Funnel steps={funnel} />
      </Card>
      {statistics === null ? (
        <div className="card">
          <Empty title="No row was valid">There is nothing to draw a picture of yet.</Empty>
        </div>
      ) : (
        <Shape statistics={statistics} limit={target?.limitTokens ?? report.candidateContextTokens} />
      )}
    </div>
  );
}

function Shape({ statistics, limit }: { readonly statistics: Statistics; readonly limit: number | null }) {
  const { tokens, classes, clusters, leakPairs } = statistics;
  return (
    <>
      {tokens !== null && (
        <Card title="Length against what the model reads" note="Prompt, answer and the chat template together.">
          <LengthHistogram lengths={tokens} unit="tokens" limit={limit} />
        </Card>
      )}
      {classes.length > 0 && (
        <Card
          title="Classes"
          note={`${counted(statistics.classesInAll, 'class', 'classes')} in all, the largest first.`}
        >
          <ClassBars classes={classes} />
        </Card>
      )}
      <Halves statistics={statistics} />
      {clusters.length > 0 && (
        <Card title="Groups of near duplicates" note="The largest groups. Excerpts are masked.">
          <Clusters clusters={clusters} />
        </Card>
      )}
      {leakPairs.length > 0 && (
        <Card title="Held-out rows next to training rows" note="Whoever trains on the left has seen the right.">
          <LeakPairs pairs={leakPairs} />
        </Card>
      )}
    </>
  );
}

/** What is small enough to stand side by side. */
function Halves({ statistics }: { readonly statistics: Statistics }) {
  const { promptCharacters, answerCharacters, classes, rows } = statistics;
  return (
    <div className="halves">
      <div className="stack">
        {promptCharacters !== null && (
          <Card title="Length of the prompts">
            <LengthHistogram lengths={promptCharacters} unit="characters" limit={null} />
          </Card>
        )}
        {answerCharacters !== null && classes.length === 0 && (
          <Card title="Length of the answers">
            <LengthHistogram lengths={answerCharacters} unit="characters" limit={null} />
          </Card>
        )}
      </div>
      <div className="stack">
        <Card title="Personal data and secrets" note="What kinds were found, never the values.">
          <PrivateKinds kinds={statistics.privateKinds} />
        </Card>
        <Counts title="Languages" counts={statistics.languages} of={statistics.languagesLookedAt} />
        <Counts title="Models that answered" counts={statistics.models} of={rows} />
        <Counts title="Turns of a row" counts={statistics.turns} of={rows} />
        {Object.entries(statistics.slices).map(([name, counts]) => (
          <Counts key={name} title={`By ${name}`} counts={counts} of={rows} />
        ))}
      </div>
    </div>
  );
}

interface CountsProps {
  readonly title: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly of: number;
}

function Counts({ title, counts, of }: CountsProps) {
  const sorted = Object.entries(counts).sort(([, one], [, other]) => other - one);
  if (sorted.length === 0) {
    return null;
  }
  const rows = sorted.map(([name, value]) => ({
    name,
    parts: [{ value, tone: 'accent' as const }],
    said: `${number(value)} (${percent(of === 0 ? 0 : value / of)})`,
  }));
  return (
    <Card title={title}>
      <BarRows rows={rows} label={title} shown={6} />
    </Card>
  );
}
