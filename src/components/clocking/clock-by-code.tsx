'use client'

import { LogIn, LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type FormEvent, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '@/components/ui/button'
import { FormError } from '@/components/ui/form-error'
import { appErrorOf } from '@/components/words/app-error'
import { useErrorText } from '@/components/words/error-words'
import { LONG_CODE_DIGITS, normaliseSessionCode, sessionCodeProblem } from '@/domain/session-code'
import { ClockResult } from './clock-result'
import type { ClockTarget } from './clock-target'
import type { Direction } from './presence'
import { SessionCodeField } from './session-code-field'
import { useCodeClock } from './use-code-clock'

interface ClockByCodeProps {
  direction: Direction
  target: ClockTarget
  onDone: () => void
  /** A code that came with a link: it needs one tap only. */
  scanned?: string | undefined
}

const never = () => () => {}

/** The digits, one answer: done, or why not and the next try. */
export function ClockByCode({ direction, target, onDone, scanned = '' }: ClockByCodeProps) {
  const t = useTranslations('clocking')
  const errorText = useErrorText()
  const clock = useCodeClock(target, direction)
  const [code, setCode] = useState(scanned)
  const [problem, setProblem] = useState<string>()
  const input = useRef<HTMLInputElement>(null)
  // Sent before the browser has taken over, the form would lead away from the session.
  const ready = useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

  function submit(event: FormEvent) {
    event.preventDefault()
    if (clock.isPending) return
    const meant = normaliseSessionCode(code)
    const wrong = sessionCodeProblem(meant)
    setProblem(wrong ?? undefined)
    if (wrong) return input.current?.focus()
    clock.mutate(meant, {
      onError: (error) => {
        if (!aboutCode(error)) return
        setCode('')
        input.current?.focus()
      },
    })
  }

  if (clock.data) return <ClockResult answer={clock.data} place={target} onDone={onDone} />
  const refused = clock.error && errorText(clock.error)
  const wrong = refused && aboutCode(clock.error) ? refused : undefined
  return (
    <form onSubmit={submit} noValidate className="mx-auto grid w-full max-w-form gap-5 py-2">
      <SessionCodeField
        at={target.kind}
        value={code}
        inputRef={input}
        long={isLonger(clock.error)}
        error={problem ?? (code === '' ? wrong : undefined)}
        onChange={(next) => {
          setProblem(undefined)
          setCode(next)
        }}
      />
      <FormError>{wrong ? undefined : refused}</FormError>
      <Button
        type="submit"
        size="lg"
        disabled={!ready}
        loading={clock.isPending}
        className="min-h-16! w-full text-xl!"
      >
        {direction === 'in' ? <LogIn aria-hidden="true" /> : <LogOut aria-hidden="true" />}
        {t(`direction.${direction}`)}
      </Button>
    </form>
  )
}

/** Whether another code is what helps. */
function aboutCode(error: unknown): boolean {
  const code = appErrorOf(error)?.code
  return code === 'code.run_out' || code === 'code.wrong' || code === 'code.longer'
}

/** Whether the code turned out to be a long one. */
function isLonger(error: unknown): boolean {
  const refused = appErrorOf(error)
  return refused?.params.digits === LONG_CODE_DIGITS
}
