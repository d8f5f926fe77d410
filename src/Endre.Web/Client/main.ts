import { passkeys } from './access/passkey.ts';
import { keepOffline } from './base/offline.ts';
import { pageParts } from './base/page.ts';
import { keepAwake } from './base/wake.ts';
import { dragging } from './board/drag.ts';
import { picking } from './board/pick.ts';
import { RotationElement } from './happened/rotation.ts';
import { forgetAtSignOut, hassleOutbox } from './hassles/outbox.ts';
import { ClockElement } from './live/clock.ts';
import { ConnectionElement } from './live/connection.ts';
import { liveForms, setPart } from './live/forms.ts';
import { holdStill, Part } from './live/part.ts';
import { WorkshopElement } from './live/workshop.ts';
import { picturesOfLogos } from './look/logo.ts';
import { tryColors } from './look/try.ts';
import { autosave } from './meetings/autosave.ts';
import { MeetingElement } from './meetings/meeting.ts';
import { keepDrafts } from './notes/drafts.ts';
import { yearlyHours } from './say/hours.ts';
import { smallPhotos } from './say/photo.ts';
import { searching } from './search/searching.ts';
import { similarOnes } from './search/similar.ts';
import { whereItIs } from './search/where.ts';

document.documentElement.dataset['script'] = 'on';

pageParts();
keepDrafts();
passkeys();
picking();
dragging();
tryColors();
picturesOfLogos();
searching();
similarOnes();
whereItIs();
yearlyHours();
smallPhotos();
autosave();
forgetAtSignOut();
void hassleOutbox();
customElements.define('endre-clock', ClockElement);
customElements.define('endre-connection', ConnectionElement);
customElements.define('endre-workshop', WorkshopElement);
customElements.define('endre-meeting', MeetingElement);
customElements.define('endre-rotation', RotationElement);
// A page that nobody changes but its own forms.
if (document.getElementById('board') && !document.querySelector('endre-workshop, endre-meeting')) {
  setPart(new Part({ onShown: () => {}, onEnd: () => location.reload(), isAlwaysOn: () => false }));
}
// After the workshop, whose own forms come first.
liveForms();
keepAwake();
keepOffline();

// A form that came back refused: reading goes on at what is wrong with it.
document.querySelector<HTMLElement>('.ds-error-summary[tabindex]')?.focus();

// While letters are being composed (accents, other scripts) their field must not be touched.
let release: (() => void) | null = null;
document.addEventListener('compositionstart', () => (release ??= holdStill()));
document.addEventListener('compositionend', () => {
  release?.();
  release = null;
});
