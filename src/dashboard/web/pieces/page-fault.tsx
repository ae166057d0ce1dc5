import { useRouteError } from 'react-router';
import { ProblemBox } from './problem-box';

/** Where a page broke: says so and offers to load it again, instead of leaving a white sheet. */
export function PageFault() {
  return (
    <main className="main">
      <div className="main-inner">
        <ProblemBox error={useRouteError()} retry={() => window.location.reload()} />
      </div>
    </main>
  );
}
