/*
 * Keeps the one page that stands in for every other while there is no network, and nothing else: no answer of the API and
 * nobody's page is ever stored. Its address bears the build and the language, so that each build brings its own.
 */
const { searchParams } = new URL(self.location.href)
const prefix = 'clockface-offline-'
const store = `${prefix}${searchParams.get('build')}-${searchParams.get('language')}`
const page = '/offline'

async function keepPage() {
  // Without cookies: it is the page of nobody.
  const answer = await fetch(page, {
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    headers: { 'accept-language': searchParams.get('language') ?? 'en' },
  })
  if (!answer.ok) throw new Error(`The page for being offline was answered with ${answer.status}`)
  const kept = await caches.open(store)
  await kept.put(page, answer)
}

async function forgetOthers() {
  for (const name of await caches.keys())
    if (name.startsWith(prefix) && name !== store) await caches.delete(name)
  await self.registration.navigationPreload?.enable()
  await self.clients.claim()
}

async function pageOr(event) {
  try {
    return (await event.preloadResponse) ?? (await fetch(event.request))
  } catch {
    const kept = await caches.open(store)
    return (await kept.match(page)) ?? Response.error()
  }
}

self.addEventListener('install', (event) => {
  self.skipWaiting()
  // Whatever is no page goes past this worker, where the browser lets it.
  for (const requestMode of ['cors', 'no-cors', 'same-origin'])
    event.addRoutes?.({ condition: { requestMode }, source: 'network' }).catch(() => undefined)
  event.waitUntil(keepPage())
})
self.addEventListener('activate', (event) => event.waitUntil(forgetOthers()))
self.addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate' && event.request.method === 'GET') event.respondWith(pageOr(event))
})
