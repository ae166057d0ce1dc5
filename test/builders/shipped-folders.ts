import { resolve } from 'node:path';

const at = (folder: string) => resolve(__dirname, '../../config', folder);

/** The folders of the configuration that ships, for specs that run from sources. */
export const folders = { rights: at('catalog'), thresholds: at('thresholds'), policies: at('policies') } as const;
