// The arrows of the chart as a list: what takes each, and what it needs. For those who do not see the picture, and for
// those who want to know exactly.
import { statechart } from 'virtual:statechart';
import type { WayOut } from './machine-path';
import { waysOutOf } from './machine-path';
import type { Machine } from './use-machine';

const boxPaths = statechart.boxes.map((box) => box.path);
const labelOf = new Map(statechart.boxes.map((box) => [box.path, box.label]));

export function ArrowList({ machine, current }: { readonly machine: Machine; readonly current: string }) {
  const others = boxPaths.filter((path) => !isAt(path, current) && waysOutOf(machine, path, boxPaths).length > 0);
  // The innermost first: what leads on stands above what leads out.
  const here = boxPaths.filter((path) => isAt(path, current)).reverse();
  return (
    <div className="stack">
      {here.some((path) => waysOutOf(machine, path, boxPaths).length > 0) && (
        <div className="stack-s">
          <h3>From here</h3>
          {here.map((path) => (
            <Ways key={path} machine={machine} path={path} />
          ))}
        </div>
      )}
      <details>
        <summary>Every other arrow, and what it needs</summary>
        <div className="stack arrow-groups">
          {others.map((path) => (
            <div key={path} className="stack-s">
              <h4>From {(labelOf.get(path) ?? path).toLowerCase()}</h4>
              <Ways machine={machine} path={path} />
            </div>
          ))}
        </div>
      </details>
    </div>
  );
}

function isAt(path: string, current: string): boolean {
  return current === path || current.startsWith(`${path}.`);
}

function Ways({ machine, path }: { readonly machine: Machine; readonly path: string }) {
  const questions = new Map(machine.criteria.map((one) => [one.id, one.question]));
  return (
    <ul className="arrow-ways">
      {byTarget(waysOutOf(machine, path, boxPaths)).map(([target, ways]) => (
        <li key={target}>
          <span className="arrow-target">
            <span aria-hidden="true">→</span> {labelOf.get(target) ?? target}
          </span>
          <div>
            {ways.map((way) => (
              <div key={way.trigger}>
                {wordsOf(way)}
                {way.gate !== null && (
                  <ul className="arrow-criteria">
                    {way.gate.criteria.map((id) => (
                      <li key={id}>{questions.get(id) ?? id}</li>
                    ))}
                  </ul>
                )}
              </div>
            ))}
          </div>
        </li>
      ))}
    </ul>
  );
}

/** The ways that lead to one place stand together, in the order in which the first of them comes. */
function byTarget(ways: readonly WayOut[]): readonly (readonly [string, readonly WayOut[]])[] {
  const targets = [...new Set(ways.map(({ target }) => target))];
  return targets.map((target) => [target, ways.filter((way) => way.target === target)] as const);
}

function wordsOf({ trigger, needs, gate }: WayOut): string {
  const what = gate === null ? trigger : `The gate “${gate.question}” opens`;
  return needs === '' ? `${what}.` : `${what}; ${needs}.`;
}
