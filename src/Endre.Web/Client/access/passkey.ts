import { all, find } from '../base/dom.ts';

/**
 * Passkeys: a form with data-passkey="get" (sign in) or "create" (add one) is shown where the device has them. When it
 * is sent, the server is asked for its question, the device answers with its key, and the answer goes with the form.
 */
export function passkeys(): void {
  if (typeof PublicKeyCredential === 'undefined' || !('parseRequestOptionsFromJSON' in PublicKeyCredential)) return;
  for (const hint of all('[data-passkey-missing]')) hint.hidden = true;
  for (const form of all<HTMLFormElement>('form[data-passkey]')) {
    form.hidden = false;
    form.addEventListener('submit', event => {
      if (field(form, 'credential').value) return;
      event.preventDefault();
      void answer(form);
    });
  }
}

async function answer(form: HTMLFormElement): Promise<void> {
  const fault = find('[data-passkey-fault]', form);
  if (fault) fault.hidden = true;
  try {
    const question = await ask(form);
    const credential = form.dataset['passkey'] === 'create' ? await create(question) : await get(question);
    if (!credential) throw new Error('The device gave no key.');
    field(form, 'credential').value = JSON.stringify((credential as PublicKeyCredential).toJSON());
    form.requestSubmit();
  } catch (problem) {
    // Turning away from the device's own dialog is a choice, not a fault.
    if (fault && (problem as Error).name !== 'NotAllowedError') fault.hidden = false;
  }
}

async function ask(form: HTMLFormElement): Promise<unknown> {
  const response = await fetch(form.dataset['passkeyQuestion'] ?? '', {
    method: 'POST',
    headers: { Accept: 'application/json', 'X-Endre-Token': field(form, '__token').value },
  });
  if (!response.ok) throw new Error(`The question was answered with ${response.status}.`);
  return response.json();
}

const create = (question: unknown) =>
  navigator.credentials.create({
    publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(question as PublicKeyCredentialCreationOptionsJSON),
  });

const get = (question: unknown) =>
  navigator.credentials.get({
    publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(question as PublicKeyCredentialRequestOptionsJSON),
  });

function field(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}
