// How a member that is a number or a word is described in the API: the types of TypeScript alone make it an object there.

type Either = { readonly type: 'number' | 'string' };

export const numberOrText: { oneOf: Either[] } = { oneOf: [{ type: 'number' }, { type: 'string' }] };
