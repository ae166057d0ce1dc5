import { useQueryClient } from '@tanstack/react-query';
import { api, taken } from '../api/client';
import { useMe } from '../api/queries';

export function WhoAmI() {
  const queries = useQueryClient();
  const { data } = useMe();
  const leave = async () => {
    await taken(api.DELETE('/v1/session' as never));
    queries.clear();
    window.location.assign('/');
  };
  return (
    <div className="row">
      <span>
        <strong>{data?.person}</strong> <span className="faint">{data?.role}</span>
      </span>
      <button type="button" className="button" data-size="small" data-kind="quiet" onClick={() => void leave()}>
        Sign out
      </button>
    </div>
  );
}
