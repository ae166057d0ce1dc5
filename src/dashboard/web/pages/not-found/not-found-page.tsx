import { Link } from 'react-router';
import { Empty } from '../../pieces/empty';
import { PageHead } from '../../pieces/page-head';

export function Page() {
  return (
    <>
      <PageHead title="Nothing here" />
      <div className="card">
        <Empty
          title="There is no page at this address"
          action={
            <Link to="/board" className="button" data-kind="primary">
              To the board
            </Link>
          }
        >
          It may have been mistyped, or come from another installation. Ctrl or Cmd and K finds every page and project.
        </Empty>
      </div>
    </>
  );
}
