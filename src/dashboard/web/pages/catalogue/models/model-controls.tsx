import { FilterChoice, FilterSearch } from '../../../pieces/filter-fields';
import { useAddress } from '../../../pieces/use-address';
import type { Model } from '../use-catalogue';
import { ends, type ModelFilter, sorts } from './model-filter';

const opennesses = [
  ['', 'any'],
  ['closed', 'closed'],
  ['open', 'open or open weights'],
] as const;

export function ModelControls({ models, filter }: { readonly models: readonly Model[]; readonly filter: ModelFilter }) {
  const [, set] = useAddress();
  const developers = [...new Set(models.map((one) => one.developer))].sort();
  return (
    <search className="catalogue-controls">
      <FilterSearch
        label="Search models"
        placeholder="Model, other name, developer or licence"
        className="catalogue-search"
        value={filter.text}
        onChange={(text) => set({ text })}
      />
      <FilterChoice
        label="Kind"
        value={filter.openness}
        options={opennesses}
        onChange={(openness) => set({ openness })}
      />
      <FilterChoice
        label="By"
        value={filter.developer}
        options={[['', 'anybody'], ...developers.map((one) => [one, one] as const)]}
        onChange={(developer) => set({ developer })}
      />
      <FilterChoice label="End" value={filter.end} options={ends} onChange={(end) => set({ end })} />
      <FilterChoice label="Order" value={filter.sort} options={sorts} onChange={(sort) => set({ sort })} />
    </search>
  );
}
