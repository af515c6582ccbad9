'use client'

import NextLink from 'next/link'
import { type ComponentProps, useSyncExternalStore } from 'react'

/** By then a page has answered whoever came to do something on it. */
const AFTER_MS = 3_000

const listeners = new Set<() => void>()
let begun = false
let due = false

function subscribe(listener: () => void): () => void {
  listeners.add(listener)
  if (!begun)
    setTimeout(() => {
      due = true
      for (const each of listeners) each()
    }, AFTER_MS)
  begun = true
  return () => listeners.delete(listener)
}

const isDue = () => due
const never = () => false
const noEvent = () => () => undefined

/** A link of ours: what it leads to is fetched ahead only once the first page of a visit has all that it needs. */
export function Link({ prefetch, ...rest }: ComponentProps<typeof NextLink>) {
  const [listen, now] = prefetch === undefined ? [subscribe, isDue] : [noEvent, never]
  const ahead = useSyncExternalStore(listen, now, never)
  return <NextLink {...rest} prefetch={prefetch ?? (ahead ? null : false)} />
}
