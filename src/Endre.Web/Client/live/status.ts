import type { StreamState } from './stream.ts';

/** What the page knows about its connection: the stream's state and how much is not sent. */
export interface Status {
  stream: StreamState;
  unsent: number;
}

let current: Status = { stream: 'connecting', unsent: 0 };
const listeners = new Set<(status: Status) => void>();

export function status(): Status {
  return current;
}

export function setStatus(change: Partial<Status>): void {
  current = { ...current, ...change };
  for (const listener of listeners) listener(current);
}

/** Calls back now and at each change, until the returned function is called. */
export function onStatus(listener: (status: Status) => void): () => void {
  listeners.add(listener);
  listener(current);
  return () => listeners.delete(listener);
}
