import { OutcomeBadge } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';
import { CopyAsCurl } from '../../../pieces/copy-button';
import { FactList } from '../../../pieces/fact-list';
import { count, percent, points } from '../../../pieces/numbers';
import { TimeAgo } from '../../../pieces/time-ago';
import { IntervalPicture } from './interval-picture';
import type { Comparison, Evaluation } from './use-evaluations';

const sentences: Readonly<Record<string, string>> = {
  pass: 'Not worse than the margin allows: the whole interval lies right of it.',
  fail: 'Worse than the margin allows: the whole interval lies left of it.',
  inconclusive: 'It cannot be told yet: the interval reaches across the margin.',
  error: 'It could not be measured.',
};

export interface VerdictCardProps {
  readonly evaluation: Evaluation;
  readonly comparison: Comparison;
  readonly question: string | null;
}

export function VerdictCard({ evaluation, comparison, question }: VerdictCardProps) {
  const { requiredPairs, n, z, pValueOneSided } = comparison;
  return (
    <Card
      title="Is the candidate as good?"
      aside={
        <>
          <OutcomeBadge outcome={comparison.outcome} />
          <CopyAsCurl path={`/v1/projects/${evaluation.projectId}/evaluations/${evaluation.id}`} />
        </>
      }
      note={
        <>
          {sentences[comparison.outcome] ?? ''} Measured <TimeAgo at={evaluation.finishedAt ?? evaluation.createdAt} />.
        </>
      }
    >
      <div className="stack">
        <div className="accuracies">
          <Accuracy label="Candidate" arm="candidate" share={comparison.candidateAccuracy} />
          <Accuracy label="Incumbent" arm="incumbent" share={comparison.incumbentAccuracy} />
          <div>
            <span className="label">Difference</span>
            <span className="value">{points(comparison.difference)}</span>
          </div>
        </div>
        <IntervalPicture comparison={comparison} />
        <FactList
          facts={[
            ['Pairs', count(n)],
            ['Pairs that decide', requiredPairs === null ? 'more would not help' : count(requiredPairs)],
            ['Without an answer', count(comparison.failures)],
            ['z', z === null ? 'not known' : z.toFixed(2)],
            ['p, one-sided', pValueOneSided === null ? 'not known' : tiny(pValueOneSided)],
            ['Method', comparison.method],
            ['Judged by', question ?? comparison.evaluator],
          ]}
        />
      </div>
    </Card>
  );
}

function tiny(value: number): string {
  return value < 0.0001 ? '< 0.0001' : value.toFixed(4);
}

interface AccuracyProps {
  readonly label: string;
  readonly arm: 'candidate' | 'incumbent';
  readonly share: number | null;
}

function Accuracy({ label, arm, share }: AccuracyProps) {
  return (
    <div>
      <span className="label">{label}, right</span>
      <span className="value">{percent(share)}</span>
      <span className="bar" data-arm={arm}>
        <span style={{ width: `${(share ?? 0) * 100}%` }} />
      </span>
    </div>
  );
}
