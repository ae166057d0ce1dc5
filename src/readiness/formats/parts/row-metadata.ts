// What a row carries beside its content, by the names that logs, exports and trainers use for it. Unknown keys are left
// out and remarked on. A value of the wrong kind is as good as none: metadata never makes a row faulty.
import type { RowTraits } from '../../rows/row-traits.js';
import { noTraits } from '../../rows/row-traits.js';
import type { Fields } from '../row-format.js';
import type { RowReading } from './row-reading.js';

/** Fields as in `RowTraits`, to be filled one by one; what was found first stays. */
class Draft {
  at: number | null = null;
  model: string | null = null;
  group: string | null = null;
  groupRank = Number.POSITIVE_INFINITY;
  readonly slices: Record<string, string> = {};
  sliceCount = 0;
  accepted: boolean | null = null;
  score: number | null = null;
  ratings: RowTraits['ratings'] = [];
  finish: string | null = null;
  wantsJson = false;
  answerSchema: string | null = null;
  temperature: number | null = null;

  finished(): RowTraits {
    const { at, model, group, slices, accepted, score, ratings, finish, wantsJson, answerSchema, temperature } = this;
    return {
      at,
      model,
      group,
      slices,
      accepted,
      score,
      ratings,
      finish,
      wantsJson,
      answerSchema,
      temperature,
      notes: noTraits.notes,
    };
  }
}
type Taker = (draft: Draft, value: unknown, key: string) => void;

const slicesMax = 16;
const sliceUnitsMax = 100;
/** Seconds since the epoch are below it until the year 5138; milliseconds were above it in 1973 already. */
const secondsBelow = 1e11;

const text = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);
const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};
const numeric = (value: unknown): number | null => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) ? number : null;
};

/** ms; null when it is no time. Numbers are seconds or milliseconds, texts ISO 8601. */
export function timeOf(value: unknown): number | null {
  const number = numeric(value);
  if (number !== null) {
    return number <= 0 ? null : Math.round(Math.abs(number) < secondsBelow ? number * 1000 : number);
  }
  const at = typeof value === 'string' && /^\d{4}-\d\d/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(at) ? null : at;
}

const finishOf: Readonly<Record<string, string>> = {
  end_turn: 'stop',
  stop_sequence: 'stop',
  STOP: 'stop',
  max_tokens: 'length',
  MAX_TOKENS: 'length',
  tool_use: 'tool_calls',
  function_call: 'tool_calls',
  refusal: 'content_filter',
  SAFETY: 'content_filter',
  BLOCKLIST: 'content_filter',
  PROHIBITED_CONTENT: 'content_filter',
  SPII: 'content_filter',
  RECITATION: 'recitation',
};

/** In the words of the OpenAI format; Gemini's RECITATION, which it has no word for, is `recitation`. */
export function finishReason(value: unknown): string | null {
  const said = text(value);
  return said === null ? null : Object.hasOwn(finishOf, said) ? (finishOf[said] ?? null) : said;
}

const yes = /^(true|yes|up|good|positive|thumbs_up|like|accepted|accept|1)$/i;
const no = /^(false|no|down|bad|negative|thumbs_down|dislike|rejected|reject|-1|0)$/i;

export function acceptedOf(value: unknown): boolean | null {
  if (typeof value === 'boolean') {
    return value;
  }
  const said = typeof value === 'number' ? String(value) : value;
  if (typeof said !== 'string') {
    return null;
  }
  return yes.test(said) ? true : no.test(said) ? false : null;
}

/** The narrowest group wins: a conversation before a session before a user. */
const group =
  (rank: number): Taker =>
  (draft, value) => {
    const name = typeof value === 'number' ? String(value) : text(value);
    if (name !== null && rank < draft.groupRank) {
      draft.group = name;
      draft.groupRank = rank;
    }
  };

const takeAt: Taker = (draft, value) => {
  draft.at ??= timeOf(value);
};
const takeModel: Taker = (draft, value) => {
  draft.model ??= text(value);
};
const takeFinish: Taker = (draft, value) => {
  draft.finish ??= finishReason(value);
};
const takeAccepted: Taker = (draft, value) => {
  draft.accepted ??= acceptedOf(value);
};
const takeScore: Taker = (draft, value) => {
  const score = numeric(value);
  draft.score ??= score !== null && score >= 0 && score <= 1 ? score : null;
};
const takeFeedback: Taker = (draft, value, key) => {
  const { score, value: verdict, rating, thumbs } = fieldsOf(value);
  takeAccepted(draft, verdict ?? rating ?? thumbs ?? value, key);
  takeScore(draft, score, key);
};
const takeSlice: Taker = (draft, value, key) => {
  const said = typeof value === 'number' || typeof value === 'boolean' ? String(value) : text(value);
  if (said !== null && said.length <= sliceUnitsMax && draft.sliceCount < slicesMax) {
    draft.slices[key] = said;
    draft.sliceCount += 1;
  }
};
const takeRatings: Taker = (draft, value) => {
  const ratings = (Array.isArray(value) ? (value as unknown[]) : []).flatMap((one) => {
    const { rater, annotator, user, value: given, label, rating } = fieldsOf(one);
    const by = text(rater) ?? text(annotator) ?? text(user);
    const said = given ?? label ?? rating;
    return by === null || said === undefined || said === null ? [] : [{ rater: by, value: String(said) }];
  });
  draft.ratings = ratings.length > 0 ? ratings : draft.ratings;
};
const takeForm: Taker = (draft, value) => {
  const { type, json_schema: named, schema } = fieldsOf(value);
  const wanted = fieldsOf(named).schema ?? schema;
  draft.wantsJson ||= type === 'json_object' || type === 'json_schema';
  draft.answerSchema ??= typeof wanted === 'object' && wanted !== null ? JSON.stringify(wanted) : null;
};
const takeTemperature: Taker = (draft, value) => {
  draft.temperature ??= numeric(value);
};
/** Known, and of no use here. */
const ignore: Taker = () => undefined;

const named = (names: string, taker: Taker) => names.split(' ').map((name) => [name, taker] as const);
const takers: ReadonlyMap<string, Taker> = new Map([
  ...named('at time timestamp ts date created created_at createdAt createTime create_time', takeAt),
  ...named('model model_name modelVersion model_version', takeModel),
  ...named('conversation conversation_id conversationId thread_id threadId dialogue_id', group(1)),
  ...named('session session_id sessionId', group(2)),
  ...named('user user_id userId customer_id', group(3)),
  ...named('finish finish_reason finishReason stop_reason', takeFinish),
  ...named('accepted is_accepted approved kto_tag is_correct', takeAccepted),
  ...named('score reward', takeScore),
  ...named('feedback thumbs', takeFeedback),
  ...named('ratings annotations', takeRatings),
  ...named('response_format', takeForm),
  ...named('temperature', takeTemperature),
  ...named('customer tenant locale language lang channel region country product segment', takeSlice),
  ...named('id custom_id object usage service_tier system_fingerprint seed top_p n max_tokens', ignore),
  ...named('max_completion_tokens stream stop tool_choice parallel_tool_calls source split', ignore),
]);

/** @param contentKeys the keys that the format itself reads */
export function readTraits(fields: Fields, contentKeys: ReadonlySet<string>, reading: RowReading): RowTraits {
  let draft: Draft | null = null;
  for (const key in fields) {
    if (contentKeys.has(key)) {
      continue;
    }
    if (key === 'metadata' || key === 'slices') {
      draft ??= new Draft();
      takeNested(draft, fieldsOf(fields[key]));
      continue;
    }
    const taker = takers.get(key);
    if (taker === undefined) {
      reading.note('keys.ignored');
    } else if (taker !== ignore) {
      draft ??= new Draft();
      taker(draft, fields[key], key);
    }
  }
  return draft === null ? noTraits : draft.finished();
}

/** What is known by its name is taken as that; all else is a slice. */
function takeNested(draft: Draft, metadata: Fields): void {
  for (const key in metadata) {
    const value = metadata[key];
    const taker = takers.get(key);
    if (taker !== ignore) {
      (taker ?? takeSlice)(draft, value, key);
    }
  }
}
