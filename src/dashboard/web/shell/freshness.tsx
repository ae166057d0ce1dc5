import { useLive } from '../api/live';
import { Icon } from '../pieces/icon';
import { TimeAgo } from '../pieces/time-ago';

const words = { live: 'Live', connecting: 'Connecting…', polling: 'Polling' } as const;

/** How fresh the page is: live by the stream, or asked again every few seconds. */
export function Freshness() {
  const { state, heardAt } = useLive();
  return (
    <div className="freshness">
      <span className="badge" role="status" data-tone={state === 'live' ? 'good' : 'warn'}>
        {words[state]}
      </span>
      {heardAt !== null && (
        <span>
          as of <TimeAgo at={heardAt} />
        </span>
      )}
    </div>
  );
}

export function StaleBanner() {
  const { state } = useLive();
  if (state !== 'polling') {
    return null;
  }
  return (
    <div className="stale-banner" role="status">
      <Icon name="warning" />
      The live stream is down. The page asks again every ten seconds, so what you see may be that old.
    </div>
  );
}
