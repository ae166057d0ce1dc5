import type { ProjectStatus } from '../api/queries';
import { daysUntil } from '../pages/catalogue/catalogue-words';
import './forced-banner.css';
import { Icon } from './icon';

/** A model in use ends before the project can have left: what that means, and what to do. */
export function ForcedBanner({ forced }: { readonly forced: NonNullable<ProjectStatus['forced']> }) {
  const { because, shutdownOn, replacements, advice } = forced;
  const daysLeft = daysUntil(shutdownOn);
  return (
    <section className="forced" aria-label="Forced exit">
      <Icon name="warning" />
      <div className="stack-s">
        <h2>
          {daysLeft < 0
            ? `Forced exit: the model ended ${days(-daysLeft)} ago, on ${shutdownOn}`
            : `Forced exit: the model ends in ${days(daysLeft)}, on ${shutdownOn}`}
        </h2>
        <p>
          {because} {advice}
        </p>
        {replacements.length > 0 && (
          <p>
            The vendor names as replacement: <strong>{replacements.join(', ')}</strong>. That keeps the ties as they
            are.
          </p>
        )}
      </div>
    </section>
  );
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count.toLocaleString('en')} days`;
}
