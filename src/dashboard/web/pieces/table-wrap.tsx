// Holds a table that may be wider than the screen. While it is, it can be reached and scrolled by keyboard; while it is
// not, it is no stop on the way.
import { useLayoutEffect, useRef, useState } from 'react';

export interface TableWrapProps {
  /** What the table tells, for who hears it. */
  readonly label: string;
  readonly className?: string;
  readonly children: React.ReactNode;
}

export function TableWrap({ label, className, children }: TableWrapProps) {
  const ref = useRef<HTMLElement>(null);
  const [scrolls, setScrolls] = useState(false);
  useLayoutEffect(() => {
    const { current } = ref;
    if (current === null) {
      return;
    }
    const look = () =>
      setScrolls(current.scrollWidth > current.clientWidth + 1 || current.scrollHeight > current.clientHeight + 1);
    const watch = new ResizeObserver(look);
    watch.observe(current);
    for (const child of current.children) {
      watch.observe(child);
    }
    return () => watch.disconnect();
  }, []);
  return (
    <section
      ref={ref}
      className={className === undefined ? 'table-wrap' : `table-wrap ${className}`}
      aria-label={`Table: ${label}`}
      {...(scrolls ? { tabIndex: 0 } : {})}
    >
      {children}
    </section>
  );
}
