import { retryAfter } from '../base/backoff.ts';
import type { Outcome } from './outbox.ts';
import type { QueuedNote } from './store.ts';

const patience = 15_000;

/** Sends one note. The same note twice is one note: the server knows it by its id. */
export async function sendNote(note: QueuedNote): Promise<Outcome> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    const answer = await fetch(`/api/v1/workshops/${encodeURIComponent(note.workshopId)}/notes`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        Accept: 'application/json, application/problem+json',
        Authorization: `Bearer ${note.token}`,
      },
      body: JSON.stringify({ id: note.id, questionId: note.questionId, half: note.half, text: note.text }),
      signal: abort.signal,
      credentials: 'same-origin',
    });
    return await judge(answer);
  } catch {
    return { kind: 'later', wait: 0 };
  } finally {
    clearTimeout(timer);
  }
}

/** 2xx is sent; what a person must change is refused; everything else may go better later. */
export async function judge(answer: Response): Promise<Outcome> {
  if (answer.ok) {
    const body = (await answer.json().catch(() => ({}))) as { sequence?: number };
    return { kind: 'sent', sequence: body.sequence ?? null };
  }
  const isForLater = answer.status === 408 || answer.status === 425 || answer.status === 429 || answer.status >= 500;
  if (isForLater || answer.status < 400) {
    return { kind: 'later', wait: retryAfter(answer.headers.get('Retry-After')) };
  }
  return { kind: 'refused', problem: await problemOf(answer) };
}

/** What a problem answer says to a person: its detail, or its title, or the message at its field. */
export async function problemOf(answer: Response): Promise<string> {
  const problem = (await answer.json().catch(() => ({}))) as {
    title?: string;
    detail?: string;
    errors?: Record<string, string[]>;
  };
  const atFields = Object.values(problem.errors ?? {}).flat();
  return problem.detail || atFields[0] || problem.title || '';
}
