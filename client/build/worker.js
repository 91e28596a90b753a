// The service worker: the page opens without network. It keeps the page's own files, never anything a person wrote or may
// see: that is client/live's, by person, and is wiped at log-out. `__BUILD__` and `__FILES__` are put in by build/offline.ts.
const cacheName = 'samskriv-__BUILD__'
const files = __FILES__
const shell = '/'

self.addEventListener('install', event => {
  event.waitUntil((async () => {
    const cache = await caches.open(cacheName)
    // One at a time: the page that is open comes first.
    for (const file of files) if (await caches.match(file, { cacheName }) === undefined) await cache.add(file)
    await cache.add(new Request(shell, { cache: 'reload' }))
    await self.skipWaiting()
  })())
})

self.addEventListener('activate', event => {
  event.waitUntil((async () => {
    // The build before is kept: a tab that has it open may still ask for a part it has not loaded yet.
    const old = (await caches.keys()).filter(name => name.startsWith('samskriv-') && name !== cacheName)
    await Promise.all(old.slice(0, -1).map(name => caches.delete(name)))
    await self.clients.claim()
  })())
})

async function page (request) {
  try {
    return await fetch(request)
  } catch (failure) {
    const kept = await caches.match(shell, { cacheName })
    if (kept === undefined) throw failure
    return kept
  }
}

async function file (request) {
  return await caches.match(request, { ignoreVary: true }) ?? fetch(request)
}

self.addEventListener('fetch', event => {
  const { request } = event
  const url = new URL(request.url)
  if (request.method !== 'GET' || url.origin !== self.location.origin) return
  const isOwn = url.pathname.startsWith('/assets/') || files.includes(url.pathname)
  // Addresses with a one-time token, the API and the live half are never touched.
  if (request.mode === 'navigate' && !url.pathname.startsWith('/api/') && !url.pathname.startsWith('/inn')) event.respondWith(page(request))
  else if (isOwn) event.respondWith(file(request))
})
