'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { whileBusy } from '@/components/providers/while-busy'
import { appErrorOf } from '@/components/words/app-error'
import type { ErrorCode } from '@/domain/errors'
import type { KioskAnswer } from './greeting'
import type { KioskState } from './use-kiosk-state'

/** Where the person before the kiosk is on their way. */
export type Stage =
  | { at: 'camera'; number: number | null }
  | { at: 'number' }
  | { at: 'greeting'; answer: KioskAnswer }
  | { at: 'refused'; error: unknown }

/** The kiosk itself is out of date, which the page's own question finds out in a moment. */
const stale: ReadonlySet<ErrorCode> = new Set(['kiosks.not_registered', 'sessions.not_open'])

interface StepUpOptions {
  identifies: boolean
  refresh: () => Promise<{ data: KioskState | undefined }>
  /** Where somebody stepped out of a row to be here: back to it, once they are answered. */
  onOver?: (() => void) | undefined
}

/** One person after the other: pictures are sent, the answer is shown, and the kiosk is free again. */
export function useStepUp({ identifies, refresh, onOver }: StepUpOptions) {
  const trpc = useTRPC()
  const first = (): Stage => (identifies ? { at: 'camera', number: null } : { at: 'number' })
  const [stage, setStage] = useState<Stage>(first)
  const { mutateAsync } = useMutation(
    trpc.kiosks.stepUp.mutationOptions(whileBusy({ times: 3, wait: 500, spread: 1000 })),
  )

  async function send(pictures: Blob[]) {
    if (stage.at !== 'camera') return
    const form = new FormData()
    for (const picture of pictures) form.append('frame', picture)
    if (stage.number !== null) form.set('number', String(stage.number))
    try {
      setStage({ at: 'greeting', answer: await mutateAsync(form) })
    } catch (error) {
      const code = appErrorOf(error)?.code
      if (code === 'kiosks.number_needed') setStage({ at: 'number' })
      else if (code && stale.has(code)) setStage(first())
      else setStage({ at: 'refused', error })
    }
    void refresh()
  }

  return {
    stage,
    send,
    takeNumber: (number: number) => setStage({ at: 'camera', number }),
    askNumber: () => setStage({ at: 'number' }),
    greet: (answer: KioskAnswer) => {
      setStage({ at: 'greeting', answer })
      void refresh()
    },
    refuse: (error: unknown) => setStage({ at: 'refused', error }),
    begin: onOver ?? (() => setStage(first())),
  }
}
