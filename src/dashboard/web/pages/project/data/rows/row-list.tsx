// Only the rows in sight are on the page, however many were loaded.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, useState } from 'react';
import { Badge } from '../../../../pieces/badge';
import { CopyButton } from '../../../../pieces/copy-button';
import { dayWords, sideWord } from '../data-words';
import type { OriginNames } from '../origin-names';
import type { Example } from './use-examples';

export interface RowListProps {
  readonly rows: readonly Example[];
  readonly names: OriginNames;
  /** The end is near: more may be loaded. */
  readonly onEnd: () => void;
}

const guessedHeightPx = 108;
const nearEndRows = 20;

export function RowList({ rows, names, onEnd }: RowListProps) {
  const frame = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => guessedHeightPx,
    getItemKey: (at) => `${rows[at]?.declaredSplit ?? ''} ${rows[at]?.rowKey ?? at}`,
    overscan: 6,
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? 0;
  useEffect(() => {
    if (last >= rows.length - nearEndRows) {
      onEnd();
    }
  }, [last, rows.length, onEnd]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard
    <section className="row-frame" ref={frame} tabIndex={0} aria-label="Rows">
      <ul style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {items.map(({ key, index, start }) => {
          const row = rows[index];
          return row === undefined ? null : (
            <li
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              className="data-row"
              aria-setsize={rows.length}
              aria-posinset={index + 1}
              style={{ transform: `translateY(${start}px)` }}
            >
              <Row row={row} names={names} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const longTextCharacters = 420;

function Row({ row, names }: { readonly row: Example; readonly names: OriginNames }) {
  const { turns, rejected, declaredSplit, origin, originId, line, model, at, notes, kind, rowKey } = row;
  return (
    <article className="stack-s">
      <div className="data-row-head">
        <Badge tone={declaredSplit === 'holdout' ? 'warn' : 'accent'} plain>
          {sideWord(declaredSplit)}
        </Badge>
        <span className="faint">
          {[
            names.of(origin, originId, line),
            kind === 'chat' ? null : kind,
            model === null ? null : `answered by ${model}`,
            at === null ? null : dayWords(at),
          ]
            .filter((part) => part !== null)
            .join(' · ')}
        </span>
        <CopyButton text={rowKey} label="Copy key" />
      </div>
      <dl className="turns">
        {turns.map(({ role, content, calls, images }, index) => (
          <div key={index} data-role={role}>
            <dt>{role}</dt>
            <dd>
              <LongText text={content} />
              {calls.length > 0 && <span className="faint block">calls {calls.join(', ')}</span>}
              {images > 0 && <span className="faint block">{images} pictures</span>}
            </dd>
          </div>
        ))}
        {rejected !== null && (
          <div data-role="rejected">
            <dt>liked less</dt>
            <dd>
              <LongText text={rejected} />
            </dd>
          </div>
        )}
      </dl>
      {notes.length > 0 && <p className="faint">{notes.join(' ')}</p>}
    </article>
  );
}

function LongText({ text }: { readonly text: string }) {
  const [isWhole, setIsWhole] = useState(false);
  if (text === '') {
    return <span className="faint">empty</span>;
  }
  const isLong = text.length > longTextCharacters;
  return (
    <>
      <span className="captured">{isLong && !isWhole ? `${text.slice(0, longTextCharacters)}…` : text}</span>
      {isLong && (
        <button type="button" className="link-button" onClick={() => setIsWhole(!isWhole)}>
          {isWhole ? 'Less' : `All ${text.length.toLocaleString('en')} characters`}
        </button>
      )}
    </>
  );
}
