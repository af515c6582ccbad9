'use client'

import { useEffect, useRef, useState } from 'react'

export interface Received {
  status: number
  headers: Array<[name: string, value: string]>
  body: string
}

export type Sending =
  | { state: 'idle' | 'sending' | 'unreachable' }
  | { state: 'receiving' | 'done'; received: Received }

const shown = [
  ...['content-type', 'content-language', 'etag', 'idempotent-replayed', 'ratelimit', 'ratelimit-policy'],
  ...['retry-after', 'www-authenticate', 'allow'],
]

function indented(text: string, type: string | null): string {
  if (!type?.includes('json')) return text
  try {
    return JSON.stringify(JSON.parse(text), null, 2)
  } catch {
    return text
  }
}

async function receive(response: Response, tell: (sending: Sending) => void): Promise<void> {
  const { status, headers, body } = response
  const heads = shown.flatMap((name): Array<[string, string]> => {
    const value = headers.get(name)
    return value === null ? [] : [[name, value]]
  })
  let text = ''
  const so = (state: 'receiving' | 'done', body = text) =>
    tell({ state, received: { status, headers: heads, body } })
  so('receiving')
  const reader = body?.pipeThrough(new TextDecoderStream()).getReader()
  try {
    for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
      text += next.value
      so('receiving')
    }
  } finally {
    so('done', indented(text, headers.get('content-type')))
  }
}

/** Sends a request and tells what comes back, a stream piece by piece until it is stopped. */
export function useSending() {
  const [sending, setSending] = useState<Sending>({ state: 'idle' })
  const cut = useRef<AbortController>(null)
  useEffect(() => () => cut.current?.abort(), [])

  async function send([address, init]: [string, RequestInit]) {
    cut.current?.abort()
    const own = new AbortController()
    cut.current = own
    const tell = (told: Sending) => cut.current === own && setSending(told)
    tell({ state: 'sending' })
    try {
      const response = await fetch(address, { ...init, signal: own.signal })
      await receive(response, tell).catch(() => undefined)
    } catch {
      tell({ state: 'unreachable' })
    }
  }
  return { sending, send, stop: () => cut.current?.abort() }
}
