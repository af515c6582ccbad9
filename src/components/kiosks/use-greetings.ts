'use client'

import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { type Greeting, type KioskAnswer, useGreeting } from './greeting'
import type { KioskState } from './use-kiosk-state'
import { useSpeechRow } from './use-speech'

/** So long a name is on the screen, and so many are. */
const SHOWN_MS = 7_000
const SHOWN = 6

export interface RowGreeting extends Pick<Greeting, 'title' | 'text' | 'tone'> {
  key: number
  at: number
  firstName: string
  late: boolean
}

let lastKey = 0

/** Greets people in a row, the one who came last first, and lets each name go after a while. */
export function useGreetings({ schoolClass, now, speaks }: KioskState) {
  const t = useTranslations('kiosks')
  const greeting = useGreeting()
  const speak = useSpeechRow(speaks)
  const [row, setRow] = useState<RowGreeting[]>([])

  const oldest = row.at(-1)
  useEffect(() => {
    if (!oldest) return
    const left = oldest.at + SHOWN_MS - performance.now()
    const timer = setTimeout(() => setRow((all) => all.filter(({ key }) => key !== oldest.key)), left)
    return () => clearTimeout(timer)
  }, [oldest])

  function greet(answers: readonly KioskAnswer[]) {
    if (answers.length === 0) return
    const came = answers.map((answer) => {
      const { title, text, tone } = greeting(answer, { timeZone: schoolClass.timeZone, now })
      const late = answer.kind === 'clocked_in' && answer.status === 'LATE'
      lastKey += 1
      return { key: lastKey, at: performance.now(), title, text, tone, late, firstName: answer.firstName }
    })
    setRow((all) => [...came.toReversed(), ...all].slice(0, SHOWN))
    speak(
      came.map(({ title, text, firstName }) => ({ words: t('spoken', { title, text }), short: firstName })),
    )
  }

  return { row, greet }
}
