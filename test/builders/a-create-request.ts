/** The body of a sound request for a new project; a test changes what it is about. */
export function aCreateRequest(parts: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    name: 'Support intents',
    owner: 'ada',
    criticality: 'low',
    policy: 'default',
    task: { kind: 'closed-set classification', description: 'Names the intent of a message.' },
    incumbent: { vendor: 'closed', model: 'closed-1' },
    candidate: { vendor: 'openward', model: 'baseline-student' },
    ...parts,
  };
}
