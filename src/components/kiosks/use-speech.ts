'use client'

import { useLocale } from 'next-intl'
import { useCallback, useEffect } from 'react'

function sentenceOf(words: string, language: string): SpeechSynthesisUtterance {
  const sentence = new SpeechSynthesisUtterance(words)
  sentence.lang = language
  return sentence
}

/** Speaks words as they change, with a voice of the kiosk's language, where the teacher wants it and the browser can. */
export function useSpeech(words: string, on: boolean): void {
  const language = useLocale()
  useEffect(() => {
    if (!on || !words || !('speechSynthesis' in window)) return
    window.speechSynthesis.cancel()
    window.speechSynthesis.speak(sentenceOf(words, language))
    return () => window.speechSynthesis.cancel()
  }, [words, on, language])
}

interface Line {
  words: string
  /** What is said while others wait to be spoken to. */
  short: string
}

/** Speaks lines one after another, nobody's words cut off; whoever comes in a row hears their name only. */
export function useSpeechRow(on: boolean): (lines: readonly Line[]) => void {
  const language = useLocale()
  useEffect(() => () => window.speechSynthesis?.cancel(), [])
  return useCallback(
    (lines) => {
      if (!on || !('speechSynthesis' in window)) return
      for (const { words, short } of lines) {
        const crowded = lines.length > 1 || window.speechSynthesis.speaking
        window.speechSynthesis.speak(sentenceOf(crowded ? short : words, language))
      }
    },
    [on, language],
  )
}
