// Who stands behind whom: the host that answers, the developer of the model behind a reseller, and whom people declared.
// The developer is added by itself, since a reseller's name hides him (B_05.02: rank 1 host, rank 2 developer).
import type { Arrangement } from './arrangement.js';
import type { ProjectPicture } from './project-picture.js';

export interface ChainLink {
  readonly rank: number;
  readonly name: string;
  readonly country: string | null;
  readonly service: string;
  /** Whom he supplies: the one of the rank before; null for the first. */
  readonly supplies: string | null;
  readonly isDeclared: boolean;
}

/** Who made the models of the arrangement's routes, as the catalogue knows it; of all models in use without routes. */
export function developersBehind({ routes }: Arrangement, { sources }: ProjectPicture): readonly string[] {
  const asked = new Set(routes.flatMap(({ model, snapshot }) => [model, ...(snapshot === null ? [] : [snapshot])]));
  const models = (sources.catalog?.models ?? []).filter(({ model }) => asked.size === 0 || asked.has(model));
  return [...new Set(models.map(({ developer }) => developer))];
}

export function supplyChain(arrangement: Arrangement, picture: ProjectPicture): readonly ChainLink[] {
  const seenDevelopers = developersBehind(arrangement, picture);
  const { provider, developer, subcontractors } = arrangement;
  const known = [provider.name, ...subcontractors.map((one) => one.name)].map(plain);
  const behind = [...new Set([...(developer === null ? [] : [developer]), ...seenDevelopers])].filter(
    (name) => !known.includes(plain(name)),
  );
  const first: ChainLink = {
    rank: 1,
    name: provider.name,
    country: provider.country,
    service: 'Serves the model.',
    supplies: null,
    isDeclared: true,
  };
  const developers = behind.map(
    (name): ChainLink => ({
      rank: 2,
      name,
      country: null,
      service: 'Develops the model.',
      supplies: provider.name,
      isDeclared: name === developer,
    }),
  );
  const declared = subcontractors.map(
    (one): ChainLink => ({
      ...one,
      supplies: subcontractors.find(({ rank }) => rank === one.rank - 1)?.name ?? provider.name,
      isDeclared: true,
    }),
  );
  return [first, ...developers, ...declared].sort((left, right) => left.rank - right.rank);
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[^a-z0-9]/g, '');
}
