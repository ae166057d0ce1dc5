import type { ProjectStatus } from '../../../api/queries';
import { Badge } from '../../../pieces/badge';
import { Card } from '../../../pieces/card';

/** Why the project may not stay where it is; nothing where it may. */
export function ForcedCard({ forced }: { readonly forced: ProjectStatus['forced'] }) {
  if (forced === null) {
    return null;
  }
  return (
    <Card title="This project has to leave">
      <div className="stack">
        <span>
          <Badge tone="bad">Forced exit</Badge>
        </span>
        <p>{forced.because}</p>
        <p>{forced.advice}</p>
        {forced.replacements.length > 0 && (
          <p className="faint">Named in its place by the vendor: {forced.replacements.join(', ')}.</p>
        )}
      </div>
    </Card>
  );
}
