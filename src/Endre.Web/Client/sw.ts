/// <reference lib="webworker" />
// Keeps the participant's workshop page and the files of its look on the device. Never an answer of the API.
declare const __VERSION__: string;
declare const __ASSETS__: string[];

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const files = `endre-files-${__VERSION__}`;
const pages = 'endre-pages';
const patience = 4_000;

const isPage = (url: URL) => /^\/verksted\/[^/]+\/?$/.test(url.pathname);
const isFile = (url: URL) => url.pathname.startsWith('/dist/');

worker.addEventListener('install', event => {
  const needed = __ASSETS__.filter(address => /\/(app|style|inter-latin-opsz)/.test(address));
  event.waitUntil(
    caches
      .open(files)
      .then(cache => cache.addAll(needed))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', event => {
  event.waitUntil(
    caches
      .keys()
      .then(names => Promise.all(names.filter(name => name !== files && name !== pages).map(name => caches.delete(name))))
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (isFile(url)) event.respondWith(fromFiles(request));
  else if (request.mode === 'navigate' && isPage(url)) event.respondWith(fromServer(request, url));
});

worker.addEventListener('message', event => {
  const { kind, url } = event.data as { kind: string; url?: string };
  if (kind === 'forget') event.waitUntil(caches.delete(pages));
  if (kind === 'keep' && url) event.waitUntil(fetch(url).then(answer => keep(url, answer)));
});

async function fromFiles(request: Request): Promise<Response> {
  const kept = await caches.match(request);
  if (kept) return kept;
  const answer = await fetch(request);
  const copy = answer.clone();
  if (answer.ok) void caches.open(files).then(cache => cache.put(request, copy));
  return answer;
}

/** The network first; the kept page when there is none, or when it takes so long that nobody waits for it. */
async function fromServer(request: Request, url: URL): Promise<Response> {
  const kept = await caches.open(pages).then(cache => cache.match(url.pathname));
  const asked = fetch(request).then(answer => {
    void keep(url.pathname, answer.clone());
    // A proxy without its server is no answer to show instead of the page.
    if (kept && answer.status >= 502 && answer.status <= 504) throw new Error('unreachable');
    return answer;
  });
  if (!kept) return asked;
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), patience));
  return Promise.race([asked, late]).catch(() => fromDevice(kept));
}

async function keep(address: string, answer: Response): Promise<void> {
  const isHtml = answer.headers.get('Content-Type')?.startsWith('text/html') ?? false;
  const cache = await caches.open(pages);
  if (answer.ok && isHtml && !answer.redirected) await cache.put(address, answer);
  else if (answer.status === 403 || answer.status === 404 || answer.status === 410) await cache.delete(address);
}

/** Marked, so that the page does not take its old times for the server's. */
async function fromDevice(kept: Response): Promise<Response> {
  const html = (await kept.text()).replace('<html', '<html data-from-device');
  const headers = new Headers(kept.headers);
  // The text is no longer packed the way it came.
  headers.delete('Content-Encoding');
  headers.delete('Content-Length');
  return new Response(html, { status: 200, headers });
}
