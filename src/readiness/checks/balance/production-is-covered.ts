import type { Check, Measured } from '../../check.js';
import { clusterHistogram } from '../../drift/prompt-cluster.js';
import type { ProductionFacts } from '../../facts/production-facts.js';
import { percent, plural } from '../../judging/in-words.js';
import { judgeByLimits } from '../../judging/judge-limits.js';
import { detail, shareMeasured, skippedMeasured, unmeasured } from '../../judging/measured.js';
import { mergeWords } from '../../states/word-histogram.js';

interface Clusters {
  rows: number;
  readonly clusters: Uint32Array;
}

const rowsPerClusterMin = 10;

function covered(clusters: Uint32Array, production: ProductionFacts): Measured {
  let [asked, met, calls, callsMet] = [0, 0, 0, 0];
  for (const [cluster, times] of production.clusters.entries()) {
    const isMet = (clusters[cluster] ?? 0) >= rowsPerClusterMin;
    asked += times > 0 ? 1 : 0;
    met += times > 0 && isMet ? 1 : 0;
    calls += times;
    callsMet += isMet ? times : 0;
  }
  const details = { callsShare: calls === 0 ? 0 : callsMet / calls };
  return shareMeasured({ numerator: met, denominator: asked }, { details });
}

export const productionIsCovered: Check<Clusters> = {
  id: 'B04',
  name: 'coverage.prod',
  version: 3,
  question: 'Has each kind of prompt that production asks enough rows?',
  why: 'What the data does not show, the model has to guess.',
  source: 'Ours: 1,024 clusters by a hash of the prompt with its numbers masked; ten rows of a cluster cover it.',
  blocking: false,
  measure: {
    start: () => ({ rows: 0, clusters: clusterHistogram() }),
    add: (state, { promptCluster }) => {
      state.rows += 1;
      state.clusters[promptCluster] = (state.clusters[promptCluster] ?? 0) + 1;
      return state;
    },
    merge: (left, right) => {
      left.rows += right.rows;
      mergeWords(left.clusters, right.clusters);
      return left;
    },
    finish: ({ rows, clusters }, { production }) => {
      if (production === null) {
        return skippedMeasured('share', 'No traffic of production was captured, so nobody knows what it asks.');
      }
      return rows === 0 ? unmeasured('share') : covered(clusters, production);
    },
  },
  judge: (measured, limits) => {
    if (measured.skipped !== null || measured.value === null) {
      return judgeByLimits({ measured, limits, found: '' });
    }
    const found = `${measured.numerator} of ${plural(measured.denominator ?? 0, 'cluster')} of prompts that production asks have ${rowsPerClusterMin} rows or more (${percent(measured.value)}); ${percent(detail(measured, 'callsShare'))} of its calls fall into them.`;
    return judgeByLimits({ measured, limits, found });
  },
  remedy: 'Sample rows of the prompts that are not covered; the list of wanted rows begins with the rarest.',
  action: null,
};
