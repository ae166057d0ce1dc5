// The persons of the demo, each with a token of their own: four eyes are two persons, not two tokens.
import type { Caller } from '../openward-api.client.js';

export interface People {
  readonly lead: Caller;
  readonly approver: Caller;
  readonly riskOwner: Caller;
  readonly app: Caller;
}

/** @param admin makes the tokens, for a day */
export async function invitePeople(admin: Caller): Promise<People> {
  const invited = async (person: string, role: string) => {
    const made = await admin.call('/v1/tokens', { body: { name: `demo ${role}`, person, role, expiresInDays: 1 } });
    return admin.as(made.token);
  };
  return {
    lead: await invited('ada', 'lead'),
    approver: await invited('grace', 'approver'),
    riskOwner: await invited('rosa', 'risk-owner'),
    app: await invited('demo-app', 'service'),
  };
}
