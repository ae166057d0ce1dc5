// What no single field shows: days in order, chains without gaps, names that are told twice.
import type { FieldFault } from '../../kernel/refusal.js';
import type { Arrangement } from './arrangement.js';

const day = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Whether it is a day of the calendar, such as 2026-02-28. */
export function isDay(text: string): boolean {
  const at = Date.parse(`${text}T00:00:00Z`);
  return day.test(text) && !Number.isNaN(at) && new Date(at).toISOString().startsWith(text);
}

/** Every fault; none: the arrangement can be kept. */
export function faultsOfArrangement(arrangement: Arrangement): readonly FieldFault[] {
  return [...faultsOfDays(arrangement), ...faultsOfChain(arrangement), ...faultsOfNames(arrangement)];
}

function faultsOfDays({ contract }: Arrangement): FieldFault[] {
  const { startsOn, endsOn, lastAuditOn } = contract;
  const told = { startsOn, endsOn, lastAuditOn };
  const broken = Object.entries(told).flatMap(([name, text]) =>
    text === null || isDay(text) ? [] : [{ pointer: `/contract/${name}`, reason: 'is no day of the calendar' }],
  );
  const isTurned = startsOn !== null && endsOn !== null && endsOn <= startsOn;
  return isTurned ? [...broken, { pointer: '/contract/endsOn', reason: 'must lie after startsOn' }] : broken;
}

function faultsOfChain({ subcontractors }: Arrangement): FieldFault[] {
  const ranks = new Set(subcontractors.map((one) => one.rank));
  return subcontractors.flatMap(({ rank }, at) =>
    rank <= 2 || ranks.has(rank - 1)
      ? []
      : [{ pointer: `/subcontractors/${at}/rank`, reason: `there is nobody of rank ${rank - 1} before it` }],
  );
}

function faultsOfNames({ functions }: Arrangement): FieldFault[] {
  return functions.flatMap(({ id }, at) =>
    functions.findIndex((one) => one.id === id) === at
      ? []
      : [{ pointer: `/functions/${at}/id`, reason: `the function ${id} is there already` }],
  );
}
