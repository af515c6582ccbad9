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

/** Where the way leads; a path of its own area begins with the area. */
type Words = 'addPhotos' | 'readNotice' | 'newPhotos' | 'joinClass' | 'signIn'

/** Refusals that another picture cannot change: where each leads. */
const ways: Partial<Record<ErrorCode, { href: string; words: Words } | 'close' | 'code'>> = {
  'attendance.not_enrolled': { href: '/face', words: 'addPhotos' },
  'attendance.no_consent': { href: '/face', words: 'readNotice' },
  'attendance.model_changed': { href: '/face', words: 'newPhotos' },
  'attendance.not_in_class': { href: '/classes', words: 'joinClass' },
  'attendance.not_clocked_in': 'close',
  'sessions.closed': 'close',
  'sessions.not_open': 'close',
  'request.not_found': 'close',
  'timeEntries.not_in': 'close',
  'timeEntries.ended_by_itself': 'close',
  'timeEntries.not_employed': 'close',
  'timeEntries.overlap': 'close',
  'timeEntries.outside_site': 'close',
  'timeEntries.kind_needed': 'close',
  'timeEntries.face_off_here': 'code',
  'face.off_own_wish': 'code',
  'face.off_staff': 'code',
  'face.off_employer': 'code',
  'face.off_misses': 'code',
  'face.off_in_class': 'code',
  'face.off_at_work': 'code',
  'face.second_factor': 'code',
  'face.not_live_again': 'code',
}

const signInTo = (area: string) => ({ href: `/sign-in?next=${area}`, words: 'signIn' }) as const

interface ClockRefusalProps {
  error: unknown
  onAgain: () => void
  onClose: () => void
  onCode: () => void
  /** Where the pages of whoever clocks begin. */
  area: '/study' | '/work'
}

/** Why clocking did not come about, with the one step that helps. */
export function ClockRefusal({ error, onAgain, onClose, onCode, area }: ClockRefusalProps) {
  const t = useTranslations('clocking')
  const ui = useTranslations('ui')
  const { title, text } = useErrorWords().of(error)
  const code = appErrorOf(error)?.code
  const way = code && (code === 'auth.sign_in_first' ? signInTo(area) : ways[code])
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
            <LinkButton size="lg" href={way.href.startsWith('/sign-in') ? way.href : `${area}${way.href}`}>
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
