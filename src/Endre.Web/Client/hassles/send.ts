import { judge, post } from '../outbox/judge.ts';
import type { Outcome } from '../outbox/outbox.ts';
import type { QueuedHassle } from './queued.ts';

/** What the server answers: the claim code, for whoever needs one. */
export interface SentHassle {
  claimCode: string | null;
}

const numbers = ['minutes', 'timesPerWeek', 'people'];

/** Sends one. The same id again is the same hassle, so an answer that was lost doubles nothing. */
export function sendHassle(entry: QueuedHassle): Promise<Outcome<SentHassle>> {
  const isNobodys = entry.owner === '';
  return post('/api/v1/hassles', bodyOf(entry), {
    // Nobody's is sent as nobody, whoever has signed in meanwhile; somebody's, only if it is still them.
    credentials: isNobodys ? 'omit' : 'same-origin',
    headers: isNobodys ? {} : { 'Endre-Person': entry.owner },
  }, judgeHassle);
}

export function bodyOf(entry: QueuedHassle): Record<string, unknown> {
  const body: Record<string, unknown> = { id: entry.id, unitId: entry.unitId, claimCode: entry.claimCode };
  for (const [name, typed] of Object.entries(entry.fields)) {
    const value = typed.trim();
    if (value === '') continue;
    const number = Number(value.replace(',', '.'));
    // What is no number goes as it is typed, and comes back with what is wrong with it.
    body[name] = numbers.includes(name) && Number.isFinite(number) ? number : value;
  }
  if (entry.isSure) body['sure'] = true;
  return body;
}

export async function judgeHassle(answer: Response): Promise<Outcome<SentHassle>> {
  if (answer.status === 401 || (answer.status === 409 && (await isOfAnother(answer.clone())))) return { kind: 'held' };
  const asks = answer.status === 422 && (await typeOf(answer.clone())).endsWith('-hint');
  const outcome = await judge(answer, body => ({ claimCode: (body as { claimCode?: string }).claimCode ?? null }));
  return outcome.kind === 'refused' && asks ? { ...outcome, asks } : outcome;
}

const isOfAnother = async (answer: Response) => (await typeOf(answer)) === 'urn:endre:problem:person-changed';

async function typeOf(answer: Response): Promise<string> {
  const problem = (await answer.json().catch(() => ({}))) as { type?: string };
  return problem.type ?? '';
}
