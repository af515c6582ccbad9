'use client'

import { Images } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { PictureTaker } from '@/components/enrolment/picture-taker'
import { Notice } from '@/components/ui/notice'
import { ClockRefusal } from './clock-refusal'
import { ClockResult } from './clock-result'
import { areaOf, type ClockTarget } from './clock-target'
import type { Direction } from './presence'
import { useClockTry } from './use-clock-try'

interface ClockByFaceProps {
  direction: Direction
  target: ClockTarget
  onDone: () => void
  /** The way on without a face. */
  onCode: () => void
}

const BURST = 3

/** Three pictures, one answer: done, or why not and the next try. */
export function ClockByFace({ direction, target, onDone, onCode }: ClockByFaceProps) {
  const t = useTranslations('clocking')
  const { send, answer, refusal, wantsMore, again } = useClockTry(target, direction)
  const [fromFiles, setFromFiles] = useState(false)
  const upload = (files: File[]) => {
    setFromFiles(true)
    return send(files)
  }
  const capture = (pictures: Blob[]) => {
    setFromFiles(false)
    return send(pictures)
  }

  if (answer) return <ClockResult answer={answer} place={target} onDone={onDone} />
  return (
    <div className="grid gap-4">
      {wantsMore && fromFiles && (
        <Notice tone="accent" icon={<Images />} title={t('morePictures.title')}>
          {t('morePictures.text')}
        </Notice>
      )}
      <PictureTaker
        label={t(`camera.${direction}`)}
        frames={BURST}
        uploads={BURST}
        onCapture={capture}
        onUpload={upload}
        cover={
          refusal ? (
            <ClockRefusal
              error={refusal.error}
              onAgain={again}
              onClose={onDone}
              onCode={onCode}
              area={areaOf(target)}
            />
          ) : null
        }
      />
    </div>
  )
}
