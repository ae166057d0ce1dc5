import { useMe } from '../../api/queries';
import { Empty } from '../../pieces/empty';

/** What only an administrator may see; others are told whom to ask. */
export function ForAdmins({ what, children }: { readonly what: string; readonly children: React.ReactNode }) {
  const me = useMe();
  if (me.data === undefined || me.data.role === 'admin') {
    return children;
  }
  return (
    <div className="card">
      <Empty title={`${what} are for administrators`}>
        You are signed in as {me.data.role}. Ask an administrator for what you need.
      </Empty>
    </div>
  );
}
