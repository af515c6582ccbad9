'use client'

import { Images } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { useSamples } from './demo-provider'

interface SampleRoomButtonProps {
  sessionId: string
  disabled: boolean
  /** Whether it is the thing to do next. */
  next: boolean
  onPicture: (picture: File) => void
}

/** A photo of the demo's people in place of one of the room. */
export function SampleRoomButton({ sessionId, disabled, next, onPicture }: SampleRoomButtonProps) {
  const t = useTranslations('demo')
  const { room } = useSamples()
  const [loading, setLoading] = useState(false)
  const [failed, setFailed] = useState(false)
  if (!room) return null

  async function fetchPhoto() {
    setLoading(true)
    const photo = await samplePhoto(`/api/demo/room-photo/${sessionId}`)
    setLoading(false)
    setFailed(photo === null)
    if (photo) onPicture(photo)
  }

  return (
    <>
      <Button
        variant={next ? 'primary' : 'secondary'}
        className="max-sm:w-full"
        disabled={disabled}
        loading={loading}
        onClick={fetchPhoto}
      >
        <Images aria-hidden="true" /> {t('room.try')}
      </Button>
      {failed && (
        <p role="alert" className="w-full text-negative-ink text-sm">
          {t('room.failed')}
        </p>
      )}
    </>
  )
}

async function samplePhoto(path: string): Promise<File | null> {
  const answer = await fetch(path).catch(() => null)
  if (!answer?.ok) return null
  return new File([await answer.blob()], 'sample-photo.jpg', { type: 'image/jpeg' })
}
