// The numbers of a report's pictures, made up: with something in every part.
import { sha256Hex } from '../../src/kernel/digest.js';
import type { ReportStatistics } from '../../src/readiness/report/report-statistics.js';

const classNames = [
  'parcel_late',
  'parcel_lost',
  'refund_asked',
  'card_declined',
  'address_changed',
  'invoice_missing',
];

const bars = Array.from({ length: 22 }, (_, at) => ({
  upTo: (at + 1) * 100,
  rows: Math.round(900 * Math.exp(-((at - 4) ** 2) / 14) + (at === 21 ? 14 : 2)),
}));
const lengths = { rows: 4_612, p50: 486, p95: 1_010, p99: 1_900, max: 2_200, bars };
const classes = Array.from({ length: 30 }, (_, at) => ({
  label: `${classNames[at % classNames.length] ?? 'other'}${at < 6 ? '' : `_${at}`}`,
  deliveredTrain: 400 - at * 12,
  keptTrain: Math.max(4, 390 - at * 13),
  keptHoldout: 20,
}));
const dates = Array.from({ length: 28 }, (_, at) => new Date(Date.UTC(2026, 9, 20 + at)).toISOString().slice(0, 10));

export const someStatistics: ReportStatistics = {
  rows: 5_612,
  promptCharacters: lengths,
  answerCharacters: lengths,
  tokens: lengths,
  turns: { 2: 3_800, 4: 1_200, 6: 612 },
  kinds: { chat: 5_612 },
  models: { 'gpt-4-0613': 4_100, 'gpt-4-1106-preview': 1_512 },
  languages: { en: 4_890, de: 212, 'not told': 88 },
  languagesLookedAt: 5_190,
  privateKinds: [
    { kind: 'e-mail', group: 'contact', rows: 214, spans: 231 },
    { kind: 'phone', group: 'contact', rows: 96, spans: 99 },
    { kind: 'card', group: 'high', rows: 12, spans: 12 },
    { kind: 'aws-key', group: 'secret', rows: 1, spans: 1 },
  ],
  classes,
  classesInAll: 30,
  rowsByDay: Object.fromEntries(dates.map((date, at) => [date, 120 + ((at * 37) % 90) - (at % 7 > 4 ? 90 : 0)])),
  slices: { channel: { web: 3_000, app: 1_900, phone: 712 } },
  clusters: [6, 4, 3].map((rows, place) => ({
    rows,
    members: [1, 2, 3].map((at) => ({
      rowKey: sha256Hex(`member ${place} ${at}`),
      label: place === 1 && at === 3 ? 'refund_asked' : 'parcel_late',
      excerpt: `my parcel ${place === 0 ? 'has not come' : 'is late'} since ${at} days, what now?`,
    })),
  })),
  leakPairs: [0.97, 0.91, 0.84].map((jaccard, at) => ({
    holdoutKey: sha256Hex(`held ${at}`),
    trainKey: sha256Hex(`train ${at}`),
    jaccard,
    holdoutExcerpt: 'I moved to a new flat last week, how do I change the address of my order?',
    trainExcerpt: 'I moved to another flat last month, how do I change the address of my open order?',
  })),
  learningCurve: {
    points: [250, 500, 1_000, 2_000, 4_000].map((trainRows) => ({
      trainRows,
      accuracy: 0.93 - 2.2 * trainRows ** -0.4,
    })),
    fit: { a: 0.93, b: 2.2, c: 0.4 },
    gainOfDoubling: 0.019,
  },
  shift: {
    fromAt: Date.UTC(2026, 10, 1),
    untilAt: Date.UTC(2026, 10, 15),
    calls: 8_412,
    refusalShare: 0.02,
    labels: classNames.map((name, at) => ({ name, train: 0.24 - at * 0.03, production: 0.1 + at * 0.025 })),
  },
};
