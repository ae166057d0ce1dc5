// Where a vendor's key is kept: `env:NAME` or `file:/path`. The reference may be shown and stored, the key may not.
// Whoever may write a reference could have any secret sent to a server of their own, so only what looks like a key may
// be named: variables that end in _KEY or _TOKEN and are not Openward's own, and absolute paths.

export type ApiKeyRef =
  | { readonly kind: 'env'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string };

const envForm = /^env:((?!OPENWARD_)[A-Z][A-Z0-9_]{0,120}_(?:KEY|TOKEN))$/;
const fileForm = /^file:(\/[A-Za-z0-9._/-]{1,250})$/;

/** Null when the text is no reference that may be used. */
export function parseApiKeyRef(text: string): ApiKeyRef | null {
  const name = envForm.exec(text)?.[1];
  if (name !== undefined) {
    return { kind: 'env', name };
  }
  const path = fileForm.exec(text)?.[1];
  return path === undefined || path.split('/').includes('..') ? null : { kind: 'file', path };
}
