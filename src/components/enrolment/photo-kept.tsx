'use client'

import { Check } from 'lucide-react'
import { useEffect } from 'react'
import { Button } from '@/components/ui/button'
import { Outcome } from '@/components/ui/outcome'
import { MAX_PHOTOS, MIN_PHOTOS } from '@/domain/enrolment'
import { PhotoPlaces } from './photo-places'
import type { EnrolmentStatus } from './use-enrolment'

interface PhotoKeptProps {
  status: Pick<EnrolmentStatus, 'photos' | 'photosKept'>
  replaced: boolean
  onNext: () => void
  onDone: () => void
}

/** Long enough to read it and to move. */
const PAUSE = 2600

/** What makes the next photo worth having. */
const advice: Record<number, string> = {
  1: 'Now turn your head a tiny bit to one side.',
  2: 'That is enough to clock in. Another one, with or without glasses, makes it surer.',
  3: 'Another one in different light makes it surer still.',
  4: 'There is room for one more.',
}

/** A photo is kept. Until there are enough the camera goes on by itself; then it asks. */
export function PhotoKept({ status, replaced, onNext, onDone }: PhotoKeptProps) {
  const count = status.photos.length
  const goesOn = !replaced && count < MIN_PHOTOS
  useEffect(() => {
    if (!goesOn) return
    const timer = setTimeout(onNext, PAUSE)
    return () => clearTimeout(timer)
  }, [goesOn, onNext])

  return (
    <Outcome
      tone="positive"
      icon={<Check />}
      title={
        replaced
          ? 'The photo is replaced'
          : count < MIN_PHOTOS
            ? `${count} of ${MIN_PHOTOS} kept`
            : `${count} photos kept`
      }
      actions={
        goesOn ? (
          <Button size="lg" variant="secondary" onClick={onNext}>
            Go on
          </Button>
        ) : (
          <>
            <Button size="lg" onClick={onDone}>
              Done
            </Button>
            {!replaced && count < MAX_PHOTOS && (
              <Button size="lg" variant="secondary" onClick={onNext}>
                Take another
              </Button>
            )}
          </>
        )
      }
    >
      {!replaced && <p>{advice[count] ?? 'That is as many as can be kept.'}</p>}
      <PhotoPlaces status={status} />
    </Outcome>
  )
}
