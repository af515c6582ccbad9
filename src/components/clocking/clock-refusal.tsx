'use client'

import { RotateCw, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { LinkButton } from '@/components/ui/link-button'
import { Outcome } from '@/components/ui/outcome'
import { appErrorOf } from '@/components/words/app-error'
import { useErrorWords } from '@/components/words/error-words'
import type { ErrorCode } from '@/domain/errors'
import { CodeInstead } from './code-instead'

type Words = 'addPhotos' | 'readNotice' | 'newPhotos' | 'joinClass' | 'signIn'

/** Refusals that another picture cannot change: where each leads. */
const ways: Partial<Record<ErrorCode, { href: string; words: Words } | 'close' | 'code'>> = {
  'attendance.not_enrolled': { href: '/study/face', words: 'addPhotos' },
  'attendance.no_consent': { href: '/study/face', words: 'readNotice' },
  'attendance.model_changed': { href: '/study/face', words: 'newPhotos' },
  'attendance.not_in_class': { href: '/study/classes', words: 'joinClass' },
  'auth.sign_in_first': { href: '/sign-in?next=/study', words: 'signIn' },
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
  const t = useTranslations('clocking')
  const ui = useTranslations('ui')
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
              {ui('tryAgain')}
            </Button>
          )}
          {typeof way === 'object' && (
            <LinkButton size="lg" href={way.href}>
              {t(`way.${way.words}`)}
            </LinkButton>
          )}
          {way !== 'close' && <CodeInstead first={way === 'code'} onClick={onCode} />}
          <Button size="lg" variant={way === 'close' ? 'primary' : 'ghost'} onClick={onClose}>
            {t('toToday')}
          </Button>
        </>
      }
    >
      {text}
    </Outcome>
  )
}
