import type { Page } from '@playwright/test'

/** A page is quiet when nothing was on its way for so long. */
const QUIET_MS = 700
const PATIENCE_MS = 60_000

/** Counts what a page asks for, by the bytes that crossed the line. */
export async function watchNetwork(page: Page) {
  const session = await page.context().newCDPSession(page)
  const kinds = new Map<string, 'script' | 'document'>()
  const headers = new Map<string, number>()
  const pending = new Set<string>()
  let requests = 0
  const bytes = { script: 0, document: 0 }
  let lastEvent = Date.now()

  session.on('Network.requestWillBeSent', ({ requestId, type, redirectResponse }) => {
    lastEvent = Date.now()
    requests++
    // A stream of events is never through.
    if (type !== 'EventSource' && !redirectResponse) pending.add(requestId)
  })
  session.on('Network.responseReceived', ({ requestId, type, response }) => {
    headers.set(requestId, response.encodedDataLength)
    if (type === 'Script' || response.mimeType.includes('javascript')) kinds.set(requestId, 'script')
    if (type === 'Document') kinds.set(requestId, 'document')
    if (response.mimeType === 'text/event-stream') pending.delete(requestId)
  })
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    lastEvent = Date.now()
    pending.delete(requestId)
    const kind = kinds.get(requestId)
    if (kind) bytes[kind] += Math.max(0, encodedDataLength - (headers.get(requestId) ?? 0))
  })
  session.on('Network.loadingFailed', ({ requestId }) => {
    lastEvent = Date.now()
    pending.delete(requestId)
  })
  await session.send('Network.enable')

  return {
    requests: () => requests,
    bytes,
    async quiet() {
      const end = Date.now() + PATIENCE_MS
      while (Date.now() < end) {
        if (pending.size === 0 && Date.now() - lastEvent > QUIET_MS) return
        await new Promise((resolve) => setTimeout(resolve, 50))
      }
      throw new Error(`${page.url()} never was quiet`)
    },
  }
}
