// What went wrong, in the service's own words, and what to do about it.
import { ApiError } from '../api/client';

export function ProblemBox({ error, retry }: { readonly error: unknown; readonly retry?: () => void }) {
  const problem = error instanceof ApiError ? error.problem : null;
  return (
    <div className="problem" role="alert">
      <h3>{problem?.title ?? 'The page made a mistake'}</h3>
      <p>{problem?.detail ?? (error instanceof Error ? error.message : String(error))}</p>
      {problem?.errors !== undefined && problem.errors.length > 0 && (
        <ul className="stack-s">
          {problem.errors.map((one) => (
            <li key={one.pointer}>
              <code>{one.pointer}</code>: {one.reason}
            </li>
          ))}
        </ul>
      )}
      {problem?.blockers !== undefined && problem.blockers.length > 0 && (
        <ul className="stack-s">
          {problem.blockers.map((one) => (
            <li key={one.text}>
              {one.text} <span className="muted">{one.remedy}</span>
            </li>
          ))}
        </ul>
      )}
      {problem?.instance !== undefined && <p className="faint">Request {problem.instance}</p>}
      {retry !== undefined && (
        <div>
          <button type="button" className="button" data-size="small" onClick={retry}>
            Try again
          </button>
        </div>
      )}
    </div>
  );
}
