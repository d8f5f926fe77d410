/// <reference lib="webworker" />
// Keeps on the device: the participant's workshop page, the page where something is said as nobody in particular sees it,
// and the files of their look. Never an answer of the API, and never a page with somebody's data.
declare const __VERSION__: string;
declare const __ASSETS__: string[];

const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const files = `endre-files-${__VERSION__}`;
const pages = 'endre-pages';
const shell = '/si-fra/uten-nett';
const patience = 4_000;

const isPage = (url: URL) => /^\/verksted\/[^/]+\/?$/.test(url.pathname);
const isSay = (url: URL) => /^\/si-fra(\/(?!svar|uten-nett)[^/]{8,9})?$/.test(url.pathname) && !url.searchParams.has('velg');
// All three are named by what they hold, so what is kept is never old.
const isFile = (url: URL) => /^\/(dist|tema|logo)\//.test(url.pathname);

worker.addEventListener('install', event => {
  const needed = __ASSETS__.filter(address => /\/(app|style|inter-latin-opsz)/.test(address));
  event.waitUntil(
    caches
      .open(files)
      .then(cache => cache.addAll(needed))
      // What is said can be said without this page too, so its absence stops nothing.
      .then(() => keepShell(shell).catch(() => {}))
      .then(() => worker.skipWaiting()),
  );
});

worker.addEventListener('activate', event => {
  event.waitUntil(
    caches
      .keys()
      // A page of the version before may be open, or kept: its files stay until the next.
      .then(names => names.filter(name => name.startsWith('endre-files-') && name !== files).slice(0, -1))
      .then(old => Promise.all(old.map(name => caches.delete(name))))
      .then(() => worker.clients.claim()),
  );
});

worker.addEventListener('fetch', event => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  if (isFile(url)) event.respondWith(fromFiles(request));
  else if (request.mode === 'navigate' && isPage(url)) event.respondWith(fromServer(request, url));
  else if (request.mode === 'navigate' && isSay(url)) event.respondWith(orShell(request));
});

worker.addEventListener('message', event => {
  const { kind, url } = event.data as { kind: string; url?: string };
  if (kind === 'forget') event.waitUntil(caches.delete(pages));
  if (kind === 'keep' && url) event.waitUntil(fetch(url).then(answer => keep(url, answer)));
  if (kind === 'shell' && url) event.waitUntil(keepShell(url).catch(() => {}));
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

/** Asked for as nobody, so that there is nobody's name in it; kept only with the files that it needs. */
async function keepShell(url: string): Promise<void> {
  const answer = await fetch(url, { credentials: 'omit', cache: 'no-store' });
  if (!answer.ok || answer.redirected) return;
  const html = await answer.clone().text();
  const needed = [...html.matchAll(/"(\/(?:dist|tema|logo)\/[^"]+)"/g)].map(match => match[1]!);
  // Of another version than this worker: the next one keeps it.
  if (needed.some(address => /^\/dist\/(app|style)-/.test(address) && !__ASSETS__.includes(address))) return;
  const cache = await caches.open(files);
  const kept = await Promise.all(needed.map(address => cache.match(address)));
  await cache.addAll([...new Set(needed.filter((_, at) => !kept[at]))]);
  await cache.put(shell, answer);
}

/** The page of the server, which is never kept; without a network the form that anybody may see. */
async function orShell(request: Request): Promise<Response> {
  const kept = await caches.open(files).then(cache => cache.match(shell));
  const asked = fetch(request);
  if (!kept) return asked;
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error('late')), patience));
  return Promise.race([asked, late])
    .then(answer => {
      if (answer.status >= 502 && answer.status <= 504) throw new Error('unreachable');
      return answer;
    })
    .catch(() => fromDevice(kept));
}
