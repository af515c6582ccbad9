'use client'

import { CircleHelp } from 'lucide-react'
import { headingOf } from '@/components/enrolment/sentences'
import { errorTextOf } from '@/components/providers/error-text'
import { KioskButton, KioskMessage } from './kiosk-message'
import { useReturn } from './use-return'
import { useSpeech } from './use-speech'

const SHOWN_MS = 9_000

interface KioskRefusalProps {
  error: unknown
  speaks: boolean
  onNumber: () => void
  onDone: () => void
}

/** Why nobody was clocked in, and the way on. */
export function KioskRefusal({ error, speaks, onNumber, onDone }: KioskRefusalProps) {
  const text = errorTextOf(error)
  const { heading, rest } = headingOf(text)
  useSpeech(text, speaks)
  useReturn(SHOWN_MS, onDone)
  return (
    <KioskMessage
      tone="caution"
      icon={<CircleHelp />}
      title={heading}
      text={rest}
      actions={
        <>
          <KioskButton onPress={onNumber}>Type my number</KioskButton>
          <KioskButton variant="secondary" onPress={onDone}>
            Close
          </KioskButton>
        </>
      }
    />
  )
}
