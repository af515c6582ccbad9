'use client'

import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { whileBusy } from '@/components/providers/while-busy'
import type { ApiOutput } from '../providers/api-output'
import { appErrorOf } from '../words/app-error'

export type WorkAnswer = ApiOutput['kiosks']['workStepUp']
export type WorkActName = WorkAnswer['acts'][number] | 'take_back'

/** What they say beside: what they are about to do, or that no break is to be deducted. */
export interface WorkWish {
  kindId?: string
  workedThrough?: boolean
}

/** Where the person before the kiosk is on their way. */
export type WorkStage =
  | { at: 'camera'; number: number | null }
  | { at: 'number'; next: 'camera' | 'pin' }
  | { at: 'pin'; number: number }
  | { at: 'greeting'; answer: WorkAnswer }
  | { at: 'refused'; error: unknown }

interface WorkKioskOptions {
  /** Whether people are read here at all, and whether named by the face alone. */
  face: boolean
  identifies: boolean
  refresh: () => unknown
}

/** One person after the other: by face, or by number and PIN; the answer is shown, and the kiosk is free again. */
export function useWorkKiosk({ face, identifies, refresh }: WorkKioskOptions) {
  const trpc = useTRPC()
  const first = (): WorkStage => {
    if (!face) return { at: 'number', next: 'pin' }
    return identifies ? { at: 'camera', number: null } : { at: 'number', next: 'camera' }
  }
  const [stage, setStage] = useState<WorkStage>(first)
  const options = {
    onSuccess: (answer: WorkAnswer) => setStage({ at: 'greeting', answer }),
    onError: (error: unknown) =>
      setStage(
        appErrorOf(error)?.code === 'kiosks.number_needed'
          ? { at: 'number', next: 'camera' }
          : { at: 'refused', error },
      ),
    onSettled: () => void refresh(),
  }
  const busy = whileBusy({ times: 3, wait: 500, spread: 1000 })
  const scan = useMutation(trpc.kiosks.workStepUp.mutationOptions({ ...busy, ...options }))
  const pin = useMutation(trpc.kiosks.workByPin.mutationOptions(options))
  const act = useMutation(trpc.kiosks.workAct.mutationOptions(options))

  return {
    stage,
    working: pin.isPending || act.isPending,
    /** Never rejects. */
    send: async (pictures: Blob[]) => {
      if (stage.at !== 'camera') return
      const form = new FormData()
      for (const picture of pictures) form.append('frame', picture)
      if (stage.number !== null) form.set('number', String(stage.number))
      await scan.mutateAsync(form).catch(() => undefined)
    },
    takeNumber: (number: number) => {
      if (stage.at !== 'number') return
      setStage(stage.next === 'pin' ? { at: 'pin', number } : { at: 'camera', number })
    },
    takePin: (digits: string) => {
      if (stage.at === 'pin') pin.mutate({ number: stage.number, pin: digits })
    },
    askNumber: (next: 'camera' | 'pin') => setStage({ at: 'number', next }),
    say: (ticket: string, what: WorkActName, wish: WorkWish = {}) =>
      act.mutate({ ticket, act: what, ...wish }),
    begin: () => setStage(first()),
  }
}
