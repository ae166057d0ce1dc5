// What the dossier lacks, by name, and who has to supply it. A gap that is named can be closed; a gap that reads like an
// empty paragraph cannot.
import { allIndicators } from '../indicators/all-indicators.js';
import type { Checklist } from '../register/exit-plan-checklist.js';
import { believedFact } from '../register/judging/believed-fact.js';
import type { ProjectPicture } from '../register/project-picture.js';
import type { ArrangementDocument, EntityDocument } from '../register/register-document.js';

export interface MissingPart {
  readonly what: string;
  /** A role, with the person's name where the project or register names one. */
  readonly who: string;
  readonly how: string;
  /** Exit plan, register, or facts. */
  readonly part: 'exit plan' | 'register' | 'facts';
}

export interface MissingQuestion {
  readonly entity: EntityDocument | null;
  readonly arrangements: readonly { readonly document: ArrangementDocument; readonly checklist: Checklist }[];
  readonly picture: ProjectPicture;
}

export function missingParts({ entity, arrangements, picture }: MissingQuestion): readonly MissingPart[] {
  return [
    ...ofRegister(entity, arrangements, picture),
    ...arrangements.flatMap(({ document, checklist }) => ofPlan(document, checklist, picture)),
    ...ofFacts(picture),
  ];
}

const riskOwner = 'risk owner';
const leadOf = ({ owner }: ProjectPicture) => `lead (${owner})`;

function ofRegister(
  entity: EntityDocument | null,
  arrangements: MissingQuestion['arrangements'],
  picture: ProjectPicture,
): MissingPart[] {
  const gap = (what: string, how: string): MissingPart => ({ what, who: riskOwner, how, part: 'register' });
  const none =
    arrangements.length === 0
      ? [
          {
            what: `An arrangement with ${picture.incumbent.vendor}`,
            who: leadOf(picture),
            how: 'Enter contract, functions and routes in the register.',
            part: 'register' as const,
          },
        ]
      : [];
  const withoutEntity =
    entity === null ? [gap('Who keeps the register', 'Enter the entity, its LEI and country.')] : [];
  const fields = arrangements.flatMap(({ document }) =>
    untold(document).map((name) =>
      gap(`${name}, contract ${document.arrangement.contract.ref}`, 'Enter it in the register.'),
    ),
  );
  return [...withoutEntity, ...none, ...fields];
}

/** Names of what a supervisor's register cannot do without. */
function untold({ arrangement }: ArrangementDocument): string[] {
  const { provider, contract, countries, functions, serviceType, sensitivity } = arrangement;
  const fields: readonly (readonly [string, unknown])[] = [
    ['Identifier of the provider', provider.id],
    ['Country of the provider', provider.country],
    ['Kind of service', serviceType],
    ['Start of the contract', contract.startsOn],
    ['Notice by the provider', contract.noticeProviderDays],
    ['Notice by the entity', contract.noticeEntityDays],
    ['Governing law', contract.lawCountry],
    ['Day of the last audit', contract.lastAuditOn],
    ['Countries of storage', countries.storage[0] ?? null],
    ['Countries of processing', countries.processing[0] ?? null],
    ['Sensitivity of the data', sensitivity],
    ['Functions that rest on it', functions[0] ?? null],
    ...functions.flatMap((one): readonly (readonly [string, unknown])[] => [
      [`Criticality of ${one.name}`, one.criticality],
      [`Reliance of ${one.name}`, one.reliance],
      [`Impact tolerance of ${one.name}`, one.impactToleranceHours],
      [`Recovery objectives of ${one.name}`, one.rtoHours !== null && one.rpoHours !== null ? true : null],
    ]),
  ];
  return fields.filter(([, value]) => value === null).map(([name]) => name);
}

function ofPlan(document: ArrangementDocument, { items, status }: Checklist, picture: ProjectPicture): MissingPart[] {
  const who = {
    lead: leadOf(picture),
    'risk-owner': riskOwner,
    service: `a run of the service, started by the ${leadOf(picture)}`,
  };
  const missing = items
    .filter((item) => item.status === 'missing')
    .map(
      (item): MissingPart => ({
        what: `Item ${item.number}: ${item.title}`,
        who: who[item.supplier],
        how: howToSupply[item.number] ?? item.asks,
        part: 'exit plan',
      }),
    );
  const { ref } = document.arrangement.contract;
  return status === 'approved'
    ? missing
    : [
        ...missing,
        {
          what: `Approval of the exit plan, contract ${ref}`,
          who: riskOwner,
          how: 'Read the plan and approve it.',
          part: 'exit plan',
        },
      ];
}

/** For items that the service writes from its own runs. */
const howToSupply: Readonly<Record<number, string>> = {
  4: 'Evaluate a candidate on the held-out set, or bring evidence of another evaluation.',
  5: 'Run and record an export drill, or bring an inventory with a tested export.',
  6: 'Finish a migration, so that the lead time is measured, or bring dated steps.',
  9: 'Evaluate a candidate, or bring the numbers by which the exit is done.',
  11: 'Run and record an exit drill.',
};

/** The heaviest indicators of the source ledger that nobody knows. */
function ofFacts(picture: ProjectPicture): MissingPart[] {
  const points = new Map(picture.assessment?.ledgers.source.indicators.map((one) => [one.id, one.points]));
  return allIndicators
    .filter(({ id, dimension }) => dimension.startsWith('D') && believedFact(picture, id) === null)
    .sort((left, right) => (points.get(right.id) ?? 0) - (points.get(left.id) ?? 0))
    .map(({ id, question, basis, measure, evidence, source }) => ({
      what: `${id} ${question}`,
      who:
        measure === null
          ? basis === 'documented'
            ? riskOwner
            : leadOf(picture)
          : `a measurement of the service, asked for by the ${leadOf(picture)}`,
      how: `Known from: ${source} To be shown by: ${evidence}`,
      part: 'facts' as const,
    }));
}
