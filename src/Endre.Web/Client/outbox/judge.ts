import { retryAfter } from '../base/backoff.ts';
import type { Outcome } from './outbox.ts';

const patience = 15_000;

/** Posts JSON, and judges the answer; a network that is away or too slow is tried again later. */
export async function post<Result>(
  address: string,
  body: unknown,
  more: { headers?: Record<string, string>; credentials?: RequestCredentials },
  judge: (answer: Response) => Promise<Outcome<Result>>,
): Promise<Outcome<Result>> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), patience);
  try {
    const answer = await fetch(address, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Accept: 'application/json, application/problem+json', ...more.headers },
      body: JSON.stringify(body),
      signal: abort.signal,
      credentials: more.credentials ?? 'same-origin',
    });
    return await judge(answer);
  } catch {
    return { kind: 'later', wait: 0 };
  } finally {
    clearTimeout(timer);
  }
}

/** 2xx is sent; what a person must change is refused; everything else may go better later. */
export async function judge<Result>(answer: Response, read: (body: unknown) => Result): Promise<Outcome<Result>> {
  if (answer.ok) return { kind: 'sent', result: read(await answer.json().catch(() => ({}))) };
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
