'use client'

import { useMutation } from '@tanstack/react-query'
import { CircleCheck, Clock3, Hand } from 'lucide-react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Outcome } from '@/components/ui/outcome'
import { useTimeText } from '@/components/ui/time'
import { greetingOf, type KioskAnswer } from './greeting'
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
  const timeText = useTimeText()
  const { timeZone } = state.schoolClass
  const { title, text, tone, question } = greetingOf(answer, { timeZone, now: state.now, timeText })
  const say = useMutation(
    trpc.kiosks.answer.mutationOptions({ onSuccess: onAnswer, onError: (error) => onRefusal(error) }),
  )
  useSpeech(`${title} ${text}`, state.speaks)
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
