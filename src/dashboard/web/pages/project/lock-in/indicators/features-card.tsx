import type { Schemas } from '../../../../api/client';
import { Badge, type Tone } from '../../../../pieces/badge';
import { Card } from '../../../../pieces/card';
import { TimeAgo } from '../../../../pieces/time-ago';
import { useFeatures } from '../use-lock-in';

const classes: Readonly<Record<string, readonly [Tone, string]>> = {
  A: ['good', 'As it is'],
  B: ['good', 'With work'],
  C: ['warn', 'Not quite'],
  D: ['bad', 'Not at all'],
};

/** Features of the vendor's API that calls really used: those that are hard to carry over come first. */
export function FeaturesCard({ projectId }: { readonly projectId: string }) {
  const features = useFeatures(projectId);
  if (features.data === undefined) {
    return null;
  }
  const { calls, failedCalls, features: found } = features.data;
  return (
    <Card
      title="Features in use"
      note={`Read from ${calls.toLocaleString('en')} answered calls of the last thirty days; ${failedCalls.toLocaleString('en')} were not answered.`}
    >
      {found.length === 0 ? (
        <p className="muted">No call was read yet. They show here once traffic goes through the gateway.</p>
      ) : (
        <table className="table stacked-table">
          <thead>
            <tr>
              <th scope="col">Feature</th>
              <th scope="col">Can be carried over</th>
              <th scope="col" className="number">
                Calls
              </th>
              <th scope="col">Seen last</th>
              <th scope="col">Instead</th>
            </tr>
          </thead>
          <tbody>
            {found.map((one) => (
              <Row key={one.id} feature={one} />
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}

function Row({ feature: one }: { readonly feature: Schemas['LockInFeatureResponse'] }) {
  const [tone, word] = classes[one.portabilityClass] ?? (['unknown', one.portabilityClass] as const);
  return (
    <tr>
      <td>
        {one.feature}
        {one.isState && <span className="faint"> keeps state at the vendor</span>}
      </td>
      <td data-label="Carried over">
        <Badge tone={tone}>{word}</Badge>
      </td>
      <td data-label="Calls" className="number">
        {one.calls.toLocaleString('en')}
      </td>
      <td data-label="Seen last">
        <TimeAgo at={one.lastSeenAt} />
      </td>
      <td data-label="Instead">{one.instead}</td>
    </tr>
  );
}
