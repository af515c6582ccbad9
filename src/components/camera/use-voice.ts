'use client'
import { useLocale } from 'next-intl'
import { useCallback, useEffect, useRef, useState } from 'react'

const REMEMBERED = 'clockface.voice'

export interface Voice {
  /** Whether this browser can speak. */
  possible: boolean
  on: boolean
  toggle(): void
}

/** Speaks words as they change, in browsers that can and only when it was switched on; that is remembered. */
export function useVoice(words: string): Voice {
  const locale = useLocale()
  const [possible, setPossible] = useState(false)
  const [on, setOn] = useState(false)
  const spoken = useRef('')

  // After the first rendering, because the server knows neither.
  useEffect(() => {
    setPossible('speechSynthesis' in window)
    setOn(remembered())
    return () => window.speechSynthesis?.cancel()
  }, [])

  useEffect(() => {
    if (!possible || !on || words === spoken.current) return
    spoken.current = words
    if (words) speak(words, locale)
  }, [possible, on, words, locale])

  const toggle = useCallback(() => {
    spoken.current = ''
    setOn((before) => {
      remember(!before)
      if (before) window.speechSynthesis.cancel()
      return !before
    })
  }, [])
  return { possible, on, toggle }
}

/** Words that are no longer true are not spoken to their end. */
function speak(words: string, locale: string) {
  const sentence = new SpeechSynthesisUtterance(words)
  sentence.lang = locale
  window.speechSynthesis.cancel()
  window.speechSynthesis.speak(sentence)
}

/** Storage may be forbidden; the choice is then good for this visit only. */
function remembered(): boolean {
  try {
    return localStorage.getItem(REMEMBERED) === 'on'
  } catch {
    return false
  }
}

function remember(on: boolean): void {
  try {
    localStorage.setItem(REMEMBERED, on ? 'on' : 'off')
  } catch {}
}
