'use client'

import { CircleHelp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Outcome } from '@/components/ui/outcome'
import { appErrorOf } from '@/components/words/app-error'
import { useErrorWords } from '@/components/words/error-words'
import type { ErrorCode } from '@/domain/errors'
import { KioskButton } from './kiosk-button'
import { useReturn } from './use-return'
import { useSpeech } from './use-speech'

const SHOWN_MS = 9_000

/** A number would be compared with what the camera sees, or was, so it leads no further. */
const withoutCamera: ReadonlySet<ErrorCode> = new Set([
  'kiosks.paused',
  'kiosks.not_live_again',
  'kiosks.use_code',
  'kiosks.pin_locked',
  'kiosks.answered_late',
  'timeEntries.not_employed',
  'timeEntries.overlap',
])

interface KioskRefusalProps {
  error: unknown
  speaks: boolean
  /** They had typed a number. */
  typed: boolean
  onNumber: () => void
  onDone: () => void
}

/** Why nobody was clocked in, and the way on. */
export function KioskRefusal({ error, speaks, typed, onNumber, onDone }: KioskRefusalProps) {
  const t = useTranslations('kiosks')
  const ui = useTranslations('ui')
  const words = useErrorWords()
  const { title, text } = words.of(error)
  const code = appErrorOf(error)?.code
  useSpeech(words.sentence(error), speaks)
  useReturn(SHOWN_MS, onDone)
  return (
    <Outcome
      size="far"
      tone="caution"
      icon={<CircleHelp />}
      title={title}
      actions={
        <>
          {(code === undefined || !withoutCamera.has(code)) && (
            <KioskButton onPress={onNumber}>{typed ? ui('tryAgain') : t('number.type')}</KioskButton>
          )}
          <KioskButton variant="secondary" onPress={onDone}>
            {ui('close')}
          </KioskButton>
        </>
      }
    >
      {text}
    </Outcome>
  )
}
