import { on } from './dom.ts';

const laziest = 20_000;
const laziness = 2_000;

/**
 * In secure contexts a service worker keeps the participant's page on the device, so that a reload without a network
 * still shows it and what is not sent. Elsewhere the page as it stands has to do.
 */
export function keepOffline(): void {
  if (!isSecureContext || !('serviceWorker' in navigator)) return;
  if (document.querySelector('endre-workshop[data-view="participant"]')) {
    const isFirst = !navigator.serviceWorker.controller;
    void navigator.serviceWorker.register('/sw.js').catch(() => {});
    // The kept page follows the workshop, at leisure, so that a step does not double the questions to the server.
    const keepSoon = () =>
      setTimeout(() => tell({ kind: 'keep', url: location.pathname }), laziness + Math.random() * (laziest - laziness));
    document.addEventListener('endre:step', keepSoon);
    // The very first page came before there was anybody to keep it.
    if (isFirst) void navigator.serviceWorker.ready.then(keepSoon);
  }
  if (document.querySelector('[data-say-outbox]')) {
    void navigator.serviceWorker.register('/sw.js').catch(() => {});
    // In this page's language, and with today's units.
    const language = document.documentElement.lang;
    void navigator.serviceWorker.ready.then(worker =>
      worker.active?.postMessage({ kind: 'shell', url: `/si-fra/uten-nett?sprak=${encodeURIComponent(language)}` }),
    );
  }
  on('submit', 'form[data-forget]', event => {
    queueMicrotask(() => {
      if (!event.defaultPrevented) tell({ kind: 'forget' });
    });
  });
}

function tell(message: { kind: string; url?: string }): void {
  navigator.serviceWorker.controller?.postMessage(message);
}
