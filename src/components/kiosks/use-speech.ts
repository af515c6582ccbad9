'use client'

import { useEffect } from 'react'

/** Speaks words as they change, where the teacher wants it and the browser can. */
export function useSpeech(words: string, on: boolean): void {
  useEffect(() => {
    if (!on || !words || !('speechSynthesis' in window)) return
    const sentence = new SpeechSynthesisUtterance(words)
    sentence.lang = document.documentElement.lang || 'en'
    window.speechSynthesis.cancel()
    window.speechSynthesis.speak(sentence)
    return () => window.speechSynthesis.cancel()
  }, [words, on])
}
