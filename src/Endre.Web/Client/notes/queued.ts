import type { Queued } from '../outbox/store.ts';

/** A note on its way from this device to the server. */
export interface QueuedNote extends Queued {
  workshopId: string;
  token: string;
  questionId: string;
  half: string | null;
  text: string;
  createdAt: number;
}
