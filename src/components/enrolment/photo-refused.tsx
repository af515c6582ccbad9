'use client'

import { RotateCw, TriangleAlert } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useEffect, useRef } from 'react'
import { Button } from '@/components/ui/button'
import { Outcome } from '@/components/ui/outcome'
import { appErrorOf } from '@/components/words/app-error'
import { useErrorWords } from '@/components/words/error-words'
import { ComparedPhotos } from './compared-photos'
import type { EnrolmentStatus } from './use-enrolment'

/** Milliseconds to read the sentence and to turn the head: then the camera goes on by itself. */
const TO_MOVE = 3500

interface PhotoRefusedProps {
  error: unknown
  status: EnrolmentStatus
  replaces: string | undefined
  onAgain: () => void
}

/** Why a photo was not kept, and the next try. */
export function PhotoRefused({ error, status, replaces, onAgain }: PhotoRefusedProps) {
  const ui = useTranslations('ui')
  const { title, text } = useErrorWords().of(error)
  const code = appErrorOf(error)?.code
  const differs = code === 'enrolment.different_person'
  const stoodStill = code === 'enrolment.same_picture'
  const again = useRef(onAgain)
  again.current = onAgain
  useEffect(() => {
    if (!stoodStill) return
    const timer = setTimeout(() => again.current(), TO_MOVE)
    return () => clearTimeout(timer)
  }, [stoodStill])
  return (
    <div className="grid justify-items-center gap-2">
      <Outcome
        tone="caution"
        icon={<TriangleAlert />}
        title={title}
        actions={
          <Button size="lg" onClick={onAgain}>
            <RotateCw aria-hidden="true" />
            {ui('tryAgain')}
          </Button>
        }
      >
        {text}
      </Outcome>
      {differs && <ComparedPhotos status={status} replaces={replaces} />}
    </div>
  )
}
