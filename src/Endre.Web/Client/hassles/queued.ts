import type { Queued } from '../outbox/store.ts';

/** Something that was said on this device and is on its way to the server. */
export interface QueuedHassle extends Queued {
  /** The account that wrote it, or '' for nobody: without an account, or anonymous. */
  owner: string;
  unitId: string;
  /** What the unit is called, to show. */
  unit: string;
  claimCode: string;
  createdAt: number;
  /** Whether whoever wrote it keeps what looked like a name or somebody's health. */
  isSure?: boolean;
  /** What stands in the form, by the names of its fields. */
  fields: Record<string, string>;
}

/** As many as one device keeps. */
export const mostWaiting = 20;

/** As long as one device keeps them. */
export const keptFor = 14 * 24 * 3600_000;

/** Whose it is. What is said anonymously is nobody's, also where somebody is signed in. */
export const ownerOf = (speaker: string, person: string) => (speaker === 'anonymous' ? '' : person);

/** Whether whoever is here may read it: their own; and what is nobody's where nobody is signed in, or just written here. */
export const isSeenBy = (entry: QueuedHassle, person: string, justWritten: ReadonlySet<string>) =>
  entry.owner === '' ? person === '' || justWritten.has(entry.id) : entry.owner === person;

/** Whether it may be sent now. What is nobody's is sent without saying who is signed in. */
export const isForNow = (entry: QueuedHassle, person: string) => entry.owner === '' || entry.owner === person;

export const isTooOld = (entry: QueuedHassle, now: number) => now - entry.createdAt > keptFor;
