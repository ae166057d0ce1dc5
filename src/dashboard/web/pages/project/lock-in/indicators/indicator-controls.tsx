import { FilterChoice, FilterSearch, Segments } from '../../../../pieces/filter-fields';
import { useAddress } from '../../../../pieces/use-address';
import type { LockIn } from '../use-lock-in';
import { type IndicatorFilter, states } from './indicator-filter';

export interface IndicatorControlsProps {
  readonly lockIn: LockIn;
  readonly filter: IndicatorFilter;
  readonly vendor: string;
}

export function IndicatorControls({ lockIn, filter, vendor }: IndicatorControlsProps) {
  const [, set] = useAddress();
  const dimensions = lockIn.ledgers[filter.ledger].dimensions;
  return (
    <search className="lock-in-controls">
      <Segments
        label="Ledger"
        value={filter.ledger === 'source' ? '' : filter.ledger}
        options={[
          ['', `Ties to ${vendor}`],
          ['target', 'Ties of the open model'],
        ]}
        onChange={(ledger) => set({ ledger, dimension: '', indicator: '' })}
      />
      <FilterSearch
        label="Search indicators"
        placeholder="Question or remedy"
        className="lock-in-search"
        value={filter.text}
        onChange={(text) => set({ text })}
      />
      <FilterChoice
        label="Dimension"
        value={filter.dimension}
        options={[['', 'all'], ...dimensions.map(({ id, name }) => [id, name] as const)]}
        onChange={(dimension) => set({ dimension, indicator: '' })}
      />
      <FilterChoice label="Known" value={filter.state} options={states} onChange={(state) => set({ state })} />
    </search>
  );
}
