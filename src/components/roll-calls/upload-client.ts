'use client'

import { createTRPCClient, httpLink } from '@trpc/client'
import superjson from 'superjson'
import { ofViewer } from '@/components/providers/viewer'
import type { AppRouter } from '@/server/api/app-router'

/** Nothing of a photo has gone out for so long: the connection is dead, though nobody said so. */
const STALLED_MS = 30_000

/** Sends like `fetch` and tells how much has gone out, which `fetch` cannot tell. */
function fetchTelling(onSent: (share: number) => void): typeof fetch {
  return (input, init) =>
    new Promise((resolve, reject) => {
      const request = new XMLHttpRequest()
      let stalled = setTimeout(() => request.abort(), STALLED_MS)
      const alive = () => {
        clearTimeout(stalled)
        stalled = setTimeout(() => request.abort(), STALLED_MS)
      }
      const fail = () => {
        clearTimeout(stalled)
        reject(new TypeError('The photo could not be sent'))
      }
      request.open(init?.method ?? 'POST', String(input))
      new Headers(init?.headers).forEach((value, name) => {
        request.setRequestHeader(name, value)
      })
      request.upload.onprogress = ({ loaded, total, lengthComputable }) => {
        alive()
        if (lengthComputable) onSent(loaded / total)
      }
      request.onload = () => {
        clearTimeout(stalled)
        resolve(new Response(request.responseText, { status: request.status }))
      }
      request.onerror = fail
      request.onabort = fail
      init?.signal?.addEventListener('abort', () => request.abort())
      request.send(init?.body instanceof FormData ? init.body : null)
    })
}

/** Sends one photo of a roll call; throws what a procedure throws. */
export function sendPhoto(rollCallId: string, photo: Blob, onSent: (share: number) => void) {
  const client = createTRPCClient<AppRouter>({
    links: [
      httpLink({
        url: '/api/trpc',
        fetch: fetchTelling(onSent),
        headers: ofViewer,
        transformer: { serialize: (data) => data, deserialize: superjson.deserialize },
      }),
    ],
  })
  const form = new FormData()
  form.append('rollCallId', rollCallId)
  form.append('photo', photo)
  return client.rollCalls.addPhoto.mutate(form)
}
