// A catalogue over a list that is held in memory: some dozens of models, looked up on the path of every call.
import { type CatalogModel, ModelCatalog } from './model-catalog.js';

export class ListedModelCatalog extends ModelCatalog {
  private readonly byName: ReadonlyMap<string, CatalogModel>;

  constructor(private readonly models: readonly CatalogModel[]) {
    super();
    this.byName = new Map(
      models.flatMap((model) => [model.id, ...model.aliases].map((name) => [name.toLowerCase(), model] as const)),
    );
  }

  find(id: string): CatalogModel | null {
    return this.byName.get(id.toLowerCase()) ?? null;
  }

  all(): readonly CatalogModel[] {
    return this.models;
  }
}
