/** What tabs tell each other. */
export type News =
  | { readonly kind: 'beat' | 'lost' | 'asked' }
  | { readonly kind: 'changed'; readonly projectId: string | null };
