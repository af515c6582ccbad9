'use client'

import { useMutation } from '@tanstack/react-query'
import { CircleCheck, Clock3, Hand } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Outcome } from '@/components/ui/outcome'
import { type KioskAnswer, useGreeting } from './greeting'
import { KioskButton } from './kiosk-button'
import type { KioskState } from './use-kiosk-state'
import { useReturn } from './use-return'
import { useSpeech } from './use-speech'

const GREETING_MS = 5_000
const QUESTION_MS = 12_000

interface KioskGreetingProps {
  answer: KioskAnswer
  state: KioskState
  onAnswer: (answer: KioskAnswer) => void
  onRefusal: (error: unknown) => void
  onDone: () => void
}

/** Says hello and what happened; asks whoever is in already, and takes silence for "nothing". */
export function KioskGreeting({ answer, state, onAnswer, onRefusal, onDone }: KioskGreetingProps) {
  const trpc = useTRPC()
  const t = useTranslations('kiosks')
  const greeting = useGreeting()
  const { timeZone } = state.schoolClass
  const { title, text, tone, question } = greeting(answer, { timeZone, now: state.now })
  const say = useMutation(
    trpc.kiosks.answer.mutationOptions({ onSuccess: onAnswer, onError: (error) => onRefusal(error) }),
  )
  useSpeech(t('spoken', { title, text }), state.speaks)
  useReturn(question ? QUESTION_MS : GREETING_MS, onDone)
  return (
    <Outcome
      size="far"
      tone={tone}
      icon={
        question ? <Hand /> : answer.status === 'LATE' && tone === 'caution' ? <Clock3 /> : <CircleCheck />
      }
      title={title}
      actions={
        question && (
          <>
            <KioskButton loading={say.isPending} onPress={() => say.mutate({ ticket: answer.ticket ?? '' })}>
              {question.yes}
            </KioskButton>
            <KioskButton variant="secondary" onPress={onDone}>
              {question.no}
            </KioskButton>
          </>
        )
      }
    >
      {text}
    </Outcome>
  )
}
