import { useMemo } from 'react';
import type { ProjectStatus } from '../../api/queries';
import { FilterChoice, FilterSearch, Segments } from '../../pieces/filter-fields';
import { useAddress } from '../../pieces/use-address';
import type { BoardFilter } from './board-filter';

const healths = [
  ['', 'any'],
  ['on-track', 'on track'],
  ['at-risk', 'at risk'],
  ['off-track', 'off track'],
  ['unknown', 'not known'],
] as const;
const forms = [
  ['', 'Board'],
  ['table', 'Table'],
] as const;

export interface BoardControlsProps {
  readonly board: readonly ProjectStatus[];
  readonly filter: BoardFilter;
}

export function BoardControls({ board, filter }: BoardControlsProps) {
  const [, set] = useAddress();
  const owners = useMemo(() => [...new Set(board.map((one) => one.owner))].sort(), [board]);
  return (
    <search className="board-controls">
      <FilterSearch
        label="Search"
        placeholder="Name, owner or model"
        className="board-search"
        value={filter.text}
        onChange={(text) => set({ text })}
      />
      <FilterChoice
        label="Owner"
        value={filter.owner}
        options={[['', 'everybody'], ...owners.map((owner) => [owner, owner] as const)]}
        onChange={(owner) => set({ owner })}
      />
      <FilterChoice label="Health" value={filter.health} options={healths} onChange={(health) => set({ health })} />
      <label className="row">
        <input
          type="checkbox"
          checked={filter.showEnded}
          onChange={(event) => set({ ended: event.target.checked ? '1' : '' })}
        />
        Show ended
      </label>
      <Segments
        label="Form"
        value={filter.form === 'board' ? '' : filter.form}
        options={forms}
        onChange={(form) => set({ form })}
      />
    </search>
  );
}
