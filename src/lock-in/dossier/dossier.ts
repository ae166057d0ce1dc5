// The exit strategy for one vendor, as one document: what rests on it, how tightly, how to leave in each of the three
// scenarios of RTS (EU) 2024/1773 art. 10, by when, what was tested, and what is missing with who has to supply it.
// Generated from the project's own facts, tests and drills; nothing in it is assumed to be there.

import type { StandingAlert } from '../alerts/alerts-of.js';
import { dimensions } from '../indicator.js';
import { allIndicators } from '../indicators/all-indicators.js';
import { type Checklist, exitPlanChecklist } from '../register/exit-plan-checklist.js';
import { type Substitution, substitutionOf } from '../register/judging/substitutability.js';
import type { ProjectPicture } from '../register/project-picture.js';
import type { ArrangementDocument, Register } from '../register/register-document.js';
import type { Fact } from '../score/fact.js';
import type { ValueFunction } from '../score/value-function.js';
import { exitScenarios, type Scenario } from './exit-scenarios.js';
import { exitTimeline, type TimelineEntry } from './exit-timeline.js';
import { type MissingPart, missingParts } from './missing-parts.js';

export interface Contribution {
  readonly indicatorId: string;
  readonly dimension: string;
  readonly question: string;
  readonly points: number;
  /** What is known, in words; null: nothing is. */
  readonly known: string | null;
  readonly remedy: string;
}

export interface DossierArrangement {
  readonly document: ArrangementDocument;
  readonly checklist: Checklist;
  readonly substitution: Substitution;
}

export interface Dossier {
  readonly vendor: string;
  readonly picture: ProjectPicture;
  readonly arrangements: readonly DossierArrangement[];
  /** Of the source ledger, the largest first; empty: nothing was scored. */
  readonly contributions: readonly Contribution[];
  readonly scenarios: readonly Scenario[];
  readonly timeline: readonly TimelineEntry[];
  readonly missing: readonly MissingPart[];
  readonly alerts: readonly StandingAlert[];
}

/** Vendors of the register, each once; the incumbent's where the register names none. */
export function vendorsOf({ arrangements }: Register, picture: ProjectPicture): readonly string[] {
  const named = [...new Set(arrangements.map(({ arrangement }) => arrangement.provider.name))];
  return named.length > 0 ? named : [picture.incumbent.vendor];
}

export function dossierOf(vendor: string, register: Register, picture: ProjectPicture): Dossier {
  const arrangements = register.arrangements
    .filter(({ arrangement }) => arrangement.provider.name === vendor)
    .map((document) => ({
      document,
      checklist: exitPlanChecklist(document, picture),
      substitution: substitutionOf(document.arrangement, picture),
    }));
  const documents = arrangements.map(({ document }) => document);
  return {
    vendor,
    picture,
    arrangements,
    contributions: contributionsOf(picture),
    scenarios: exitScenarios(documents, picture),
    timeline: exitTimeline(documents, picture),
    missing: missingParts({ entity: register.entity, arrangements, picture }),
    alerts: picture.alerts,
  };
}

function contributionsOf({ assessment, facts }: ProjectPicture): readonly Contribution[] {
  const scored = assessment?.ledgers.source.indicators ?? [];
  const points = new Map(scored.map((one) => [one.id, one.points]));
  return allIndicators
    .filter(({ id }) => (points.get(id) ?? 0) > 0)
    .map(({ id, dimension, question, remedy, value }) => ({
      indicatorId: id,
      dimension: dimensions[dimension].name,
      question,
      points: points.get(id) ?? 0,
      known: knownOf(value, facts.get(id)),
      remedy,
    }))
    .sort((left, right) => right.points - left.points);
}

/** An answer says little without its reason, and a number says nothing without the numbers behind it. */
function knownOf({ kind }: ValueFunction, fact: Fact | undefined): string | null {
  if (fact === undefined) {
    return null;
  }
  const value = String(fact.value).replaceAll('_', ' ');
  return kind === 'line' && fact.note !== '' ? fact.note : `${value}. ${fact.note}`.trim();
}
