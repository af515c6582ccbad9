'use client'

import { useEffect, useRef } from 'react'

/** On the step that a window adds to the browser's history, so that it is known again. */
const MARK = 'clockfaceWindow'

/** How each window that is open is closed, the topmost last. */
const open: Array<() => void> = []
/** A step whose window was closed otherwise: Back from there would do nothing that can be seen. */
let spent: { url: string; length: number } | null = null

const onMarkedStep = () => {
  const state: unknown = window.history.state
  return typeof state === 'object' && state !== null && MARK in state
}

function onBack() {
  const passed = spent
  spent = null
  const close = open.at(-1)
  if (close) close()
  else if (passed?.url === window.location.href && passed.length === window.history.length && !onMarkedStep())
    window.history.back()
}

let listening = false
function listen() {
  if (!listening) window.addEventListener('popstate', onBack)
  listening = true
}

/** Back, and the gesture for it on a phone, closes a window that is open, and leaves the page only then. */
export function useBackCloses(isOpen: boolean, close: () => void): void {
  const latest = useRef(close)
  useEffect(() => {
    latest.current = close
  })
  useEffect(() => {
    if (!isOpen) return
    listen()
    const closeThis = () => latest.current()
    open.push(closeThis)
    spent = null
    // The step of one that was closed serves the next one too.
    // What the router wrote goes along: before it listens nobody else copies it, and a step without it is loaded anew.
    if (!onMarkedStep() || open.length > 1)
      window.history.pushState({ ...window.history.state, [MARK]: true }, '')
    return () => {
      open.splice(open.indexOf(closeThis), 1)
      // It is left where it is: going back here would cut off a page that is on its way.
      if (onMarkedStep()) spent = { url: window.location.href, length: window.history.length }
    }
  }, [isOpen])
}

/** Takes the step of a window back that is open, before the page that it stands on is replaced by another. */
export function leaveWindow(): Promise<void> {
  if (!onMarkedStep()) return Promise.resolve()
  return new Promise((resolve) => {
    window.addEventListener('popstate', () => resolve(), { once: true })
    window.history.back()
  })
}
