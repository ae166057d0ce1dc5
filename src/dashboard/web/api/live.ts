// What changes is told by the service: one stream of events for the whole browser. Of all tabs one holds the stream and
// passes on what it hears; when it closes or is hidden, another takes over. While no stream is open the page polls, and
// says so. Nothing is ever assumed to have happened before the service told it.
import type { QueryClient } from '@tanstack/react-query';
import { useSyncExternalStore } from 'react';
import { BoardNews } from './board-news';
import type { News } from './news';
import { StreamHolder } from './stream-holder';

export type LiveState = 'connecting' | 'live' | 'polling';

interface Snapshot {
  readonly state: LiveState;
  /** When something was heard last, ms; null before. */
  readonly heardAt: number | null;
}

const pollMs = 10_000;

let snapshot: Snapshot = { state: 'connecting', heardAt: null };
const listeners = new Set<() => void>();

function tell(next: Partial<Snapshot>): void {
  snapshot = { ...snapshot, ...next };
  for (const listener of listeners) {
    listener();
  }
}

export function useLive(): Snapshot {
  return useSyncExternalStore((listener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  }, liveNow);
}

export function liveNow(): Snapshot {
  return snapshot;
}

/** Listens for as long as the tab is seen; returns what ends it. */
export function listen(queries: QueryClient): () => void {
  let poll: ReturnType<typeof setInterval> | undefined;
  const stopPolling = () => {
    clearInterval(poll);
    poll = undefined;
  };
  const askAll = () => void queries.invalidateQueries({ refetchType: 'active' });
  const startPolling = () => {
    poll ??= setInterval(() => {
      askAll();
      tell({ heardAt: Date.now() });
    }, pollMs);
  };
  const bring = bringer(queries);
  const onNews = (news: News) => {
    if (news.kind === 'lost') {
      tell({ state: 'polling' });
      startPolling();
      return;
    }
    // Between two streams something may have happened that neither told.
    if (snapshot.state === 'polling') {
      askAll();
    }
    stopPolling();
    tell({ state: 'live', heardAt: Date.now() });
    if (news.kind === 'changed') {
      bring(news.projectId);
    }
  };
  const holder = new StreamHolder(onNews);
  const onVisibility = () => {
    if (document.visibilityState === 'hidden') {
      holder.rest();
      stopPolling();
    } else {
      askAll();
      holder.wake();
    }
  };
  document.addEventListener('visibilitychange', onVisibility);
  holder.wake();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    holder.rest();
    stopPolling();
  };
}

/** Makes stale what the news are about: one project, or the whole board where none is named. */
function bringer(queries: QueryClient): (projectId: string | null) => void {
  const board = new BoardNews(queries);
  return (projectId) => {
    if (projectId === null) {
      void queries.invalidateQueries({ queryKey: ['board'] });
      return;
    }
    board.heard(projectId);
    void queries.invalidateQueries({ queryKey: ['project', projectId] });
  };
}
