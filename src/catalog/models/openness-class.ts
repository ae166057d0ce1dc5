// How open is a model, by the Model Openness Framework (White et al., 2024, "The Model Openness Framework"; the components
// are those of its published tool)? A class asks for all its parts, and those of the classes below it, under an open
// licence. A part that is not known to be open counts as closed. A technical report or a paper will do, either of them.
import type { OpennessClass } from './model-identity.js';

/** Parts that each class asks for, beside those of the classes after it. */
export const opennessParts = {
  I: ['datasets', 'data-preprocessing-code', 'intermediate-parameters', 'research-paper'],
  II: ['training-code', 'inference-code', 'evaluation-code', 'evaluation-data'],
  III: ['architecture', 'final-parameters', 'evaluation-results', 'model-card', 'data-card', 'technical-report'],
} as const;

export type OpennessPart = (typeof opennessParts)[keyof typeof opennessParts][number];

/** @param openParts those that are published under an open licence. */
export function opennessClassOf(openParts: ReadonlySet<OpennessPart>): OpennessClass {
  const has = (part: OpennessPart) =>
    openParts.has(part) || (part === 'technical-report' && openParts.has('research-paper'));
  const met = (name: keyof typeof opennessParts) => opennessParts[name].every(has);
  if (!met('III')) {
    return 'below';
  }
  if (!met('II')) {
    return 'III';
  }
  return met('I') ? 'I' : 'II';
}
