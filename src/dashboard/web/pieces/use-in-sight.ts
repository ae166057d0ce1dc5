// Links in a row that may be wider than the screen: the one that is shown stands in sight.
import { type RefObject, useEffect, useRef } from 'react';
import { useLocation } from 'react-router';

/** @param isThere whether the row is drawn already: it may come after the page does */
export function useInSight(isThere = true): RefObject<HTMLElement | null> {
  const row = useRef<HTMLElement>(null);
  const { pathname } = useLocation();
  // Another address shows another link.
  useEffect(() => {
    const { current } = row;
    const link = current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (current !== null && link != null) {
      current.scrollLeft = link.offsetLeft - (current.clientWidth - link.offsetWidth) / 2;
    }
  }, [pathname, isThere]);
  return row;
}
