// From counts and places to the facts that checks and reports read.
import type { NearFacts } from '../facts/near-facts.js';
import type { CountedShare, SetFacts } from '../facts/set-facts.js';
import type { SampleName } from './count-rows.js';
import type { SetCounts, TopPlace } from './set-counts.client.js';
import type { ShownRows } from './shown-rows.client.js';
import type { TextFindings } from './walk-texts.client.js';

/** All rows that anything shows. */
export function placesShown(
  { samples, topAnswers, topTemplates }: SetCounts,
  { near, ngrams, benchmark }: TextFindings,
) {
  return [
    ...Object.values(samples).flat(),
    ...[...topAnswers, ...topTemplates].map((top) => top.place),
    ...near.removableSample,
    ...near.nearHoldoutSample,
    ...near.clusters.flatMap((cluster) => cluster.members),
    ...near.leakPairs.flatMap(({ holdout, train }) => [holdout, train]),
    ...ngrams.sample,
    ...benchmark.sample,
  ];
}

export interface SetAnswers {
  readonly counts: SetCounts;
  readonly texts: TextFindings;
  readonly shown: ShownRows;
  readonly rows: number;
  readonly moved: number;
  readonly digest: string;
}

export function readSetFacts(answers: SetAnswers): Omit<SetFacts, 'digestAgain'> {
  const { counts, shown, rows, moved, digest } = answers;
  const { fates, lost, classes, rowsByDay, slices } = counts;
  const number = (name: string) => counts.numbers[name] ?? 0;
  const top = (places: readonly TopPlace[], excerptOf: (place: number) => string) =>
    places.map((one) => ({ rows: one.rows, excerpt: excerptOf(one.place) }));
  return {
    rows,
    fates,
    lost,
    classes,
    promptsWithSeveralRows: number('prompts'),
    leakedStill: number('leaked_still'),
    topAnswers: top(counts.topAnswers, (place) => shown.answer(place)),
    templates: {
      distinct: number('templates'),
      rows: number('train_rows'),
      top: top(counts.topTemplates, (place) => shown.excerpt(place)),
    },
    mostlyCovered: answers.texts.ngrams.mostlyCovered,
    rowsByDay,
    slices,
    funnel: {
      permitted: number('permitted'),
      clean: number('clean'),
      inBudget: number('in_budget'),
      trainable: number('trainable'),
    },
    movedRows: moved,
    digest,
    ...countedShares(answers),
  };
}

type Shares = Pick<
  SetFacts,
  | 'exactDuplicates'
  | 'repeatedPrompts'
  | 'promptsWithSeveralAnswers'
  | 'rowsWithOtherAnswers'
  | 'labelConflicts'
  | 'leakedExactly'
  | 'groupsOnBothSides'
  | 'sharedNgrams'
  | 'benchmarkNgrams'
  | 'answerInPrompt'
  | 'fewShotInHoldout'
  | 'boilerplate'
>;

/** A sample, and the check that shows it where it has another name. */
type ShownFor = readonly [name: SampleName, checkId?: string];

function countedShares({ counts, texts, shown, rows }: SetAnswers): Shares {
  const number = (name: string) => counts.numbers[name] ?? 0;
  const share = (numerator: string, denominator: number, [name, checkId]: ShownFor): CountedShare => ({
    numerator: number(numerator),
    denominator,
    sample: shown.sample(checkId ?? name, counts.samples[name], number(numerator)),
  });
  const trainRows = number('train_rows');
  const { ngrams, benchmark } = texts;
  return {
    exactDuplicates: share('repeated_rows', trainRows, ['U01']),
    repeatedPrompts: share('repeated_prompts', trainRows, ['prompts', 'U01']),
    promptsWithSeveralAnswers: share('answers_differ', number('prompts'), ['U02', 'Q10']),
    rowsWithOtherAnswers: share('other_answers', trainRows, ['U02']),
    labelConflicts: share('labels_differ', trainRows - number('repeated_prompts'), ['B09']),
    leakedExactly: share('leaked', number('holdout_rows'), ['L01']),
    groupsOnBothSides: share('on_both', number('named'), ['L04']),
    answerInPrompt: share('answer_in_prompt', number('delivered'), ['L06']),
    fewShotInHoldout: share('in_system', number('with_system'), ['L07']),
    sharedNgrams: {
      numerator: ngrams.shared,
      denominator: ngrams.texts,
      sample: shown.sample('L03', ngrams.sample, ngrams.shared),
    },
    benchmarkNgrams: {
      numerator: benchmark.rows,
      denominator: texts.hasBenchmarks ? rows : 0,
      sample: shown.sample('L05', benchmark.sample, benchmark.rows),
    },
    boilerplate: {
      numerator: number('units'),
      denominator: number('prompt_units'),
      sample: shown.sample('U04', [], 0),
    },
  };
}

export function readNearFacts({ near, found }: TextFindings, shown: ShownRows): NearFacts {
  const { counts, complete } = found;
  return {
    trainRows: near.trainRows,
    removableTrainRows: counts.removable,
    crossLabelPairs: counts.crossLabelPairs,
    pairs: counts.pairs,
    rowsInClusters: counts.rowsInClusters,
    largestCluster: counts.largestCluster,
    holdoutRows: near.holdoutRows,
    nearHoldoutRows: near.nearHoldoutRows,
    nearHoldoutRowsLeft: near.nearHoldoutRowsLeft,
    complete,
    removableSample: shown.sample('U03', near.removableSample, counts.removable),
    nearHoldoutSample: shown.sample('L02', near.nearHoldoutSample, near.nearHoldoutRows),
    clusters: near.clusters.map(({ rows, members }) => ({
      rows,
      members: members.map((place) => ({
        rowKey: shown.at(place).rowKey,
        label: shown.answer(place),
        excerpt: shown.excerpt(place),
      })),
    })),
    leakPairs: near.leakPairs.map(({ holdout, train, share }) => ({
      holdoutKey: shown.at(holdout).rowKey,
      trainKey: shown.at(train).rowKey,
      jaccard: share,
      holdoutExcerpt: shown.excerpt(holdout),
      trainExcerpt: shown.excerpt(train),
    })),
  };
}
