// Rows of frameworks that ask by risk: for each of their topics the dimensions and indicators of ours that speak to it,
// as points of the score, with how many of them are known.

import { type Dimension, dimensions } from '../../indicator.js';
import { allIndicators } from '../../indicators/all-indicators.js';
import { ageDaysOf, believedFact, upperRisk } from '../../register/judging/believed-fact.js';
import type { ExportQuestion, ExportRow } from '../export.js';
import { rowsOfTemplate } from './export-rows.js';

export interface Topic {
  readonly column: string;
  readonly label: string;
  /** Whole dimensions. */
  readonly dimensions: readonly Dimension[];
  /** Single indicators beside them. */
  readonly indicators: readonly string[];
}

/** Risk of a topic: the quadratic mean of the upper risks of its indicators, by their weights, 0 to 100. */
export function topicRows(template: string, topics: readonly Topic[], question: ExportQuestion): readonly ExportRow[] {
  return rowsOfTemplate(
    template,
    question.document.id,
    topics.map((topic) => ({ column: topic.column, label: topic.label, known: topicKnown(topic, question) })),
  );
}

function topicKnown(topic: Topic, { picture }: ExportQuestion) {
  const { assessment } = picture;
  if (assessment === null) {
    return { value: null };
  }
  const { source, target } = assessment.ledgers;
  const weights = new Map([...source.indicators, ...target.indicators].map(({ id, weight }) => [id, weight]));
  const own = allIndicators.filter(
    ({ id, dimension }) => topic.dimensions.includes(dimension) || topic.indicators.includes(id),
  );
  const known = own.flatMap(({ id }) => believedFact(picture, id) ?? []);
  const weightOf = (id: string) => weights.get(id) ?? 0;
  const weight = own.reduce((sum, { id }) => sum + weightOf(id), 0);
  const squares = own.reduce((sum, { id }) => sum + weightOf(id) * upperRisk(picture, id) ** 2, 0);
  const points = weight === 0 ? 0 : 100 * Math.sqrt(squares / weight);
  const names = topic.dimensions.map((one) => dimensions[one].name).join(', ');
  const of = [...(names === '' ? [] : [names]), ...topic.indicators].join('; ');
  return {
    value: `risk up to ${points.toFixed(0)} of 100; ${known.length} of ${own.length} facts known (${of})`,
    source: known.length === 0 ? ('nobody' as const) : ('fact' as const),
    factId: known[0]?.fact.id ?? null,
    ageDays: known.length === 0 ? null : Math.max(...known.map(({ fact }) => ageDaysOf(fact.observedAt, picture.now))),
    confidence: known.reduce((sum, one) => sum + one.confidence, 0) / Math.max(1, own.length),
  };
}
