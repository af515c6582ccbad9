'use client'

import { useCallback, useEffect } from 'react'

function sentenceOf(words: string): SpeechSynthesisUtterance {
  const sentence = new SpeechSynthesisUtterance(words)
  sentence.lang = document.documentElement.lang || 'en'
  return sentence
}

/** Speaks words as they change, where the teacher wants it and the browser can. */
export function useSpeech(words: string, on: boolean): void {
  useEffect(() => {
    if (!on || !words || !('speechSynthesis' in window)) return
    window.speechSynthesis.cancel()
    window.speechSynthesis.speak(sentenceOf(words))
    return () => window.speechSynthesis.cancel()
  }, [words, on])
}

interface Line {
  words: string
  /** What is said while others wait to be spoken to. */
  short: string
}

/** Speaks lines one after another, nobody's words cut off; whoever comes in a row hears their name only. */
export function useSpeechRow(on: boolean): (lines: readonly Line[]) => void {
  useEffect(() => () => window.speechSynthesis?.cancel(), [])
  return useCallback(
    (lines) => {
      if (!on || !('speechSynthesis' in window)) return
      for (const { words, short } of lines) {
        const crowded = lines.length > 1 || window.speechSynthesis.speaking
        window.speechSynthesis.speak(sentenceOf(crowded ? short : words))
      }
    },
    [on],
  )
}
