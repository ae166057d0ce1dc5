// The machine as it is, laid out when the page was built; here it is only coloured. The same as a list for screen readers.

import { type ChartBox, type ChartLine, statechart } from 'virtual:statechart';
import { useEffect, useRef } from 'react';
import { useHistory } from '../history/use-history';

const cornerPx = 8;
/** Half of the longest word below a box, so that it is never cut at an edge. */
const withinHalfPx = 72;

export interface StatechartProps {
  readonly projectId: string;
  readonly stagePath: string;
  /** Where within its gate the project stands, in words; null where there is no gate. */
  readonly within: string | null;
}

export function Statechart({ projectId, stagePath, within }: StatechartProps) {
  const history = useHistory(projectId);
  const current = `stage.${stagePath}`;
  const walked = new Set((history.data ?? []).flatMap((entry) => pathsOf(entry.event)));
  const isCurrent = (path: string) => current === path || current.startsWith(`${path}.`);
  const wasThere = (path: string) => [...walked].some((one) => one === path || one.startsWith(`${path}.`));
  const { width, height, boxes, lines } = statechart;
  const place = useScrolledTo(current);
  const placed = boxes.map((box) => ({ box, isCurrent: isCurrent(box.path), wasThere: wasThere(box.path) }));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
    <section ref={place} className="statechart" tabIndex={0} aria-label="Statechart">
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <defs>
          <marker id="tip" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto">
            <path d="M0 0 8 4 0 8z" className="statechart-tip" />
          </marker>
        </defs>
        {placed
          .filter(({ box }) => box.isGroup)
          .map((one) => (
            <Group key={one.box.path} {...one} />
          ))}
        {lines.map((line) => (
          <Arrow key={`${line.source}>${line.target}>${line.event ?? ''}`} line={line} />
        ))}
        {placed
          .filter(({ box }) => !box.isGroup)
          .map((one) => (
            <State key={one.box.path} {...one} within={one.isCurrent ? within : null} />
          ))}
      </svg>
      <p className="visually-hidden">
        The project stands in {stagePath.replaceAll('.', ', ')}. It has been in:{' '}
        {placed
          .filter((one) => one.wasThere)
          .map(({ box }) => box.label)
          .join(', ')}
        .
      </p>
    </section>
  );
}

/** Where the chart is wider than the screen, the state that the project stands in is in sight. */
function useScrolledTo(current: string) {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    const { boxes, width } = statechart;
    const box = boxes.find((one) => !one.isGroup && `${current}.`.startsWith(`${one.path}.`));
    const { current: element } = place;
    if (element !== null && box !== undefined) {
      const scale = element.scrollWidth / width;
      element.scrollLeft = (box.x + box.width / 2) * scale - element.clientWidth / 2;
    }
  }, [current]);
  return place;
}

interface PlacedBox {
  readonly box: ChartBox;
  readonly isCurrent: boolean;
  readonly wasThere: boolean;
}

/** A stage that holds others, with its name in the corner. */
function Group({ box, isCurrent, wasThere }: PlacedBox) {
  return (
    <g className="statechart-group" data-current={isCurrent} data-walked={wasThere}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={cornerPx + 4} />
      <text x={box.x + 14} y={box.y + 22}>
        {box.label}
      </text>
    </g>
  );
}

function State({ box, isCurrent, wasThere, within }: PlacedBox & { readonly within: string | null }) {
  const middle = box.x + box.width / 2;
  return (
    <g className="statechart-box" data-current={isCurrent} data-walked={wasThere}>
      <rect x={box.x} y={box.y} width={box.width} height={box.height} rx={cornerPx} />
      <text x={middle} y={box.y + box.height / 2 + 4.5} textAnchor="middle">
        {box.label}
      </text>
      {within !== null && (
        <text
          className="statechart-within"
          x={Math.min(Math.max(middle, withinHalfPx), statechart.width - withinHalfPx)}
          y={box.y + box.height + 15}
          textAnchor="middle"
        >
          {within}
        </text>
      )}
    </g>
  );
}

function Arrow({ line }: { readonly line: ChartLine }) {
  return (
    <polyline
      className="statechart-line"
      data-back={isBack(line.points)}
      points={line.points.map(([x, y]) => `${x},${y}`).join(' ')}
      markerEnd="url(#tip)"
    >
      <title>{`${line.source} to ${line.target}${line.event === null ? '' : ` by ${line.event}`}`}</title>
    </polyline>
  );
}

function isBack(points: readonly (readonly [number, number])[]): boolean {
  return (points.at(-1)?.[0] ?? 0) < (points[0]?.[0] ?? 0);
}

/** The stages that a history entry names, as paths of the chart. */
function pathsOf(event: unknown): string[] {
  const { from, to } = (typeof event === 'object' && event !== null ? event : {}) as { from?: unknown; to?: unknown };
  return [from, to].flatMap((path) => (typeof path === 'string' ? [`stage.${path}`] : []));
}
