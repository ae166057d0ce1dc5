import { useBoard, useMe } from '../api/queries';
import { attentionOf } from '../pages/needs-you/attention';

/** How many things wait for the one who looks; nothing is shown while it is not known. */
export function NeedsYouCount() {
  const board = useBoard();
  const me = useMe();
  const count = board.data === undefined || me.data === undefined ? 0 : attentionOf(board.data, me.data).length;
  return count === 0 ? null : (
    <span className="count">
      {count}
      <span className="visually-hidden"> waiting</span>
    </span>
  );
}
