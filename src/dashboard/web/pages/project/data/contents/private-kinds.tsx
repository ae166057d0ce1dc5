import type { Schemas } from '../../../../api/client';
import { counted, number } from '../data-words';
import { BarRows } from '../pictures/bar-rows';

type PrivateKind = Schemas['PrivateKindResponse'];

const groups: Readonly<Record<string, readonly ['bad' | 'warn' | 'accent', string]>> = {
  secret: ['bad', 'secret'],
  high: ['bad', 'high risk'],
  special: ['warn', 'special category'],
  contact: ['accent', 'contact'],
};

/** Null: it was not looked for, which is not the same as none. */
export function PrivateKinds({ kinds }: { readonly kinds: readonly PrivateKind[] | null }) {
  if (kinds === null) {
    return <p className="muted">Personal data was not looked for in this report.</p>;
  }
  if (kinds.length === 0) {
    return <p className="muted">None was found.</p>;
  }
  const rows = [...kinds]
    .sort((one, other) => other.rows - one.rows)
    .map(({ kind, group, rows, spans }) => {
      const [tone, word] = groups[group] ?? (['accent', group] as const);
      return {
        name: `${kind} · ${word}`,
        parts: [{ value: rows, tone }],
        said: counted(rows, 'row') + (spans === rows ? '' : `, ${number(spans)} places`),
      };
    });
  return <BarRows rows={rows} label="Rows by kind of personal data" />;
}
