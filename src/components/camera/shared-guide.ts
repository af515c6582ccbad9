'use client'
import { type Guide, startGuide } from './guide-client'

/** The worker stays this long after the last camera closed, so that the next picture does not load it again. */
const KEEP_FOR = 30_000

let shared: Guide | null = null
let users = 0
let leaving: ReturnType<typeof setTimeout> | undefined

/**
 * The one guide of this page, loading from the first call on: a screen that will open a camera soon can call it early.
 * Each call is given back with `releaseGuide`.
 */
export function takeGuide(): Guide {
  clearTimeout(leaving)
  if (users === 0 && shared?.gone) shared = null
  users++
  shared ??= startGuide()
  return shared
}

export function releaseGuide(): void {
  users--
  if (users > 0) return
  leaving = setTimeout(() => {
    shared?.stop()
    shared = null
  }, KEEP_FOR)
}
