import type { ProjectStatus } from '../../../api/queries';
import { Badge, type Tone } from '../../../pieces/badge';
import { TimeAgo } from '../../../pieces/time-ago';
import { isEnded, stageWord } from '../../board/board-filter';

const trafficWords: Readonly<Record<string, string>> = {
  incumbent: 'All to the incumbent',
  shadow: 'Copies to the candidate',
  split: 'Answered by the candidate',
  candidate: 'All to the candidate',
};

const guardrailWords: Readonly<Record<string, readonly [Tone, string, string]>> = {
  armed: ['good', 'Armed', 'A breach takes the traffic back.'],
  tripped: ['bad', 'Tripped', 'A bound was breached.'],
  blind: ['warn', 'Blind', 'The guardrails could not be read.'],
  disarmed: ['unknown', 'Not armed', 'Armed as soon as the candidate sees traffic.'],
};

const fallbackWords: Readonly<Record<string, readonly [Tone, string]>> = {
  available: ['good', 'Available'],
  unavailable: ['bad', 'Not available'],
  retired: ['unknown', 'Given up'],
};

const backNotes: Partial<Record<Tone, string>> = {
  good: 'The incumbent is one command away.',
  bad: 'The incumbent does not answer.',
  unknown: 'The incumbent was let go.',
};

/** A project that has ended is never exposed again. */
function guards(status: ProjectStatus): readonly [Tone, string, string] {
  const { guardrail } = status;
  const [tone, word, note] = guardrailWords[guardrail] ?? ['unknown', guardrail, ''];
  return [tone, word, isEnded(status) ? 'The project has ended.' : note];
}

/** Where the vendor was let go, that there is no way back is nothing to worry about. */
function wayBack({ stage, fallback }: ProjectStatus): readonly [Tone, string] {
  const said = stage === 'decommissioned' ? 'retired' : fallback;
  return fallbackWords[said] ?? ['unknown', said];
}

export function StateTiles({ status }: { readonly status: ProjectStatus }) {
  const { traffic } = status;
  const [guardTone, guardWord, guardNote] = guards(status);
  const [backTone, backWord] = wayBack(status);
  return (
    <div className="state-tiles">
      <div className="card tile">
        <span className="label">Stage</span>
        <span className="value">{stageWord(status.stage)}</span>
        <span className="faint">
          {status.step === null ? '' : `${status.step}, `}since <TimeAgo at={status.stageSince} />
          {status.attempt > 1 && `, attempt ${status.attempt}`}
          {status.hold === 'paused' && ', on hold'}
        </span>
      </div>
      <div className="card tile">
        <span className="label">Traffic</span>
        <span className="value">{traffic.candidateWeightPercent} %</span>
        <span className="faint">{trafficWords[traffic.mode] ?? traffic.mode}</span>
      </div>
      <div className="card tile">
        <span className="label">Guardrails</span>
        <span className="value">
          <Badge tone={guardTone}>{guardWord}</Badge>
        </span>
        <span className="faint">{guardNote}</span>
      </div>
      <div className="card tile">
        <span className="label">Way back</span>
        <span className="value">
          <Badge tone={backTone}>{backWord}</Badge>
        </span>
        <span className="faint">
          {status.rollbackWindowEndsAt === null ? (
            backNotes[backTone]
          ) : (
            <>
              Window ends <TimeAgo at={status.rollbackWindowEndsAt} />
            </>
          )}
        </span>
      </div>
    </div>
  );
}
