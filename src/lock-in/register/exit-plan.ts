// The exit plan of one arrangement: twelve items, each with what shows it. RTS (EU) 2024/1773 art. 10 asks for a plan that
// is realistic, dated and tested; five of the items the service writes from its own runs.

/** Who has to supply an item where it is missing; `service`: it comes from the service's own runs once there are some. */
export type Supplier = 'lead' | 'risk-owner' | 'service';

export interface ExitPlanItem {
  readonly number: number;
  readonly name: string;
  readonly title: string;
  readonly asks: string;
  readonly supplier: Supplier;
}

export const exitPlanItems: readonly ExitPlanItem[] = [
  {
    number: 1,
    name: 'scope',
    title: 'Arrangement and functions',
    asks: 'Which functions rest on the vendor, under which contract?',
    supplier: 'lead',
  },
  {
    number: 2,
    name: 'triggers',
    title: 'Exit triggers and indicators',
    asks: 'What would make us leave, and who watches it?',
    supplier: 'risk-owner',
  },
  {
    number: 3,
    name: 'scenarios',
    title: 'The three scenarios',
    asks: 'What happens on interruption, failed delivery and termination?',
    supplier: 'risk-owner',
  },
  {
    number: 4,
    name: 'alternatives',
    title: 'Alternatives, evaluated',
    asks: 'Which other model was shown to do the work?',
    supplier: 'service',
  },
  {
    number: 5,
    name: 'inventory',
    title: 'Inventory of what the vendor holds',
    asks: 'Which data, prompts, tunes and indexes, and can they be exported?',
    supplier: 'service',
  },
  {
    number: 6,
    name: 'transition',
    title: 'Transition steps against notice',
    asks: 'Which steps, by when, and does the notice cover them?',
    supplier: 'service',
  },
  { number: 7, name: 'roles', title: 'Roles', asks: 'Who orders the exit, who carries it out?', supplier: 'lead' },
  {
    number: 8,
    name: 'budget',
    title: 'Budget',
    asks: 'What does the exit cost, and who has set it aside?',
    supplier: 'risk-owner',
  },
  {
    number: 9,
    name: 'success',
    title: 'Success criteria',
    asks: 'By which numbers is the exit done?',
    supplier: 'service',
  },
  {
    number: 10,
    name: 'communication',
    title: 'Communication',
    asks: 'What are customers and the supervisor told, and when?',
    supplier: 'risk-owner',
  },
  {
    number: 11,
    name: 'test',
    title: 'Last test, result, actions',
    asks: 'When was the exit tested, and what followed?',
    supplier: 'service',
  },
  {
    number: 12,
    name: 'termination',
    title: 'Termination',
    asks: 'How are data retrieved and deleted, and which records are kept?',
    supplier: 'risk-owner',
  },
];

/** What a person brought for an item; a newer one of the same item rules. */
export interface BroughtEvidence {
  readonly item: number;
  readonly text: string;
  readonly evidence: readonly string[];
  readonly by: string;
  readonly at: number;
  /** ms; null: it does not end by itself. */
  readonly validUntil: number | null;
}

/** Somebody approved the plan as it was, by the digest of arrangement and items. */
export interface PlanApproval {
  readonly by: string;
  readonly at: number;
  readonly planDigest: string;
  readonly validUntil: number;
}

export interface ExitPlan {
  readonly brought: readonly BroughtEvidence[];
  readonly approval: PlanApproval | null;
}

export const emptyExitPlan: ExitPlan = { brought: [], approval: null };

export type PlanStatus = 'approved' | 'draft' | 'none';

/** What people brought and still holds, by item: the newest. */
export function holdingEvidence({ brought }: ExitPlan, now: number): ReadonlyMap<number, BroughtEvidence> {
  const ruling = new Map<number, BroughtEvidence>();
  for (const one of [...brought].filter(({ at }) => at <= now).sort((left, right) => left.at - right.at)) {
    ruling.set(one.item, one);
  }
  return new Map([...ruling].filter(([, { validUntil }]) => validUntil === null || validUntil > now));
}
