import { judge, post } from '../outbox/judge.ts';
import type { Outcome } from '../outbox/outbox.ts';
import type { QueuedNote } from './queued.ts';

/** Sends one note. The same note twice is one note: the server knows it by its id. Answers its sequence. */
export function sendNote(note: QueuedNote): Promise<Outcome<number | null>> {
  return post(
    `/api/v1/workshops/${encodeURIComponent(note.workshopId)}/notes`,
    { id: note.id, questionId: note.questionId, half: note.half, text: note.text },
    { headers: { Authorization: `Bearer ${note.token}` } },
    judgeNote,
  );
}

export function judgeNote(answer: Response): Promise<Outcome<number | null>> {
  return judge(answer, body => (body as { sequence?: number }).sequence ?? null);
}
