'use client'

import { RotateCw, TriangleAlert } from 'lucide-react'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Outcome } from '@/components/ui/outcome'
import { appErrorOf } from '@/components/words/app-error'
import { useErrorWords } from '@/components/words/error-words'
import type { ErrorCode } from '@/domain/errors'
import { CodeInstead } from './code-instead'

/** Refusals that another picture cannot change: where each leads. */
const ways: Partial<Record<ErrorCode, { href: string; label: string } | 'close' | 'code'>> = {
  'attendance.not_enrolled': { href: '/study/face', label: 'Add my photos' },
  'attendance.no_consent': { href: '/study/face', label: 'Read the notice' },
  'attendance.model_changed': { href: '/study/face', label: 'Take new photos' },
  'attendance.not_in_class': { href: '/study/classes', label: 'Join the class' },
  'auth.sign_in_first': { href: '/sign-in?next=/study', label: 'Sign in' },
  'attendance.not_clocked_in': 'close',
  'sessions.closed': 'close',
  'sessions.not_open': 'close',
  'request.not_found': 'close',
  'face.off_own_wish': 'code',
  'face.off_staff': 'code',
  'face.off_misses': 'code',
  'face.second_factor': 'code',
  'face.not_live_again': 'code',
}

interface ClockRefusalProps {
  error: unknown
  onAgain: () => void
  onClose: () => void
  onCode: () => void
}

/** Why clocking did not come about, with the one step that helps. */
export function ClockRefusal({ error, onAgain, onClose, onCode }: ClockRefusalProps) {
  const { title, text } = useErrorWords().of(error)
  const code = appErrorOf(error)?.code
  const way = code && ways[code]
  return (
    <Outcome
      tone="caution"
      icon={<TriangleAlert />}
      title={title}
      actions={
        <>
          {way === undefined && (
            <Button size="lg" onClick={onAgain}>
              <RotateCw aria-hidden="true" />
              Try again
            </Button>
          )}
          {typeof way === 'object' && (
            <LinkButton size="lg" href={way.href}>
              {way.label}
            </LinkButton>
          )}
          {way !== 'close' && <CodeInstead first={way === 'code'} onClick={onCode} />}
          <Button size="lg" variant={way === 'close' ? 'primary' : 'ghost'} onClick={onClose}>
            Back to today
          </Button>
        </>
      }
    >
      {text}
    </Outcome>
  )
}
