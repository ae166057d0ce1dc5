// Names for what the service knows by an id: an upload is known to people by its file.
import { useMemo } from 'react';
import { useUploads } from './data-queries';

export interface OriginNames {
  /** 'train.csv, line 17' or 'captured call'. */
  of(origin: string, originId: string, line: number | null): string;
  /** A sentence of the service with its ids replaced by names. */
  within(text: string): string;
}

export function useOriginNames(projectId: string): OriginNames {
  const uploads = useUploads(projectId);
  return useMemo(() => {
    const byId = new Map((uploads.data ?? []).map(({ id, fileName }) => [id, fileName]));
    return {
      of: (origin, originId, line) => {
        const name = origin === 'exchange' ? 'captured call' : (byId.get(originId) ?? 'an earlier upload');
        return line === null ? name : `${name}, line ${line.toLocaleString('en')}`;
      },
      within: (text) =>
        text.replaceAll(/(?:import:)?(imp_[0-9a-z]{26})/g, (found, id: string) => byId.get(id) ?? found),
    };
  }, [uploads.data]);
}
