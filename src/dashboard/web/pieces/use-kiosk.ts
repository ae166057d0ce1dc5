import { useSearchParams } from 'react-router';

/** Whether the page is shown on a wall: large, and nothing on it can be pressed. Any address takes `?kiosk=1`. */
export function useKiosk(): boolean {
  const [search] = useSearchParams();
  return search.get('kiosk') === '1';
}
