'use client'

import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { OffAtPlaces } from '@/components/face-opt-out/off-at-places'
import { OwnFaceOff } from '@/components/face-opt-out/own-face-off'
import { TakePartWithout } from '@/components/face-opt-out/take-part-without'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { ErasedNotice } from './erased-notice'
import { MyPhotos } from './my-photos'
import { NoticeFirst } from './notice-first'
import { OnHold } from './on-hold'
import { OwnConsent } from './own-consent'
import type { Advice, EnrolmentStatus } from './use-enrolment'

type Erased = ApiOutput['enrolment']['withdraw']

interface MyFaceProps {
  initial: EnrolmentStatus
  initialAdvice: Advice
}

/** First the notice and the person's answer to it; photos only after they agreed. */
export function MyFace({ initial, initialAdvice }: MyFaceProps) {
  const trpc = useTRPC()
  const { data: status } = useQuery(trpc.enrolment.status.queryOptions(undefined, { initialData: initial }))
  const { data: advice } = useQuery(
    trpc.enrolment.advice.queryOptions(undefined, { initialData: initialAdvice }),
  )
  const [erased, setErased] = useState<Erased | null>(null)
  const [justAgreed, setJustAgreed] = useState(false)
  const agreed = status.consent?.noticeVersion === status.noticeVersion

  if (status.faceOff) {
    return (
      <div className="grid gap-6">
        {erased && <ErasedNotice erased={erased} />}
        <OwnFaceOff reason={status.faceOff} kept={status.photos.length > 0} />
        <OffAtPlaces places={status.faceOffAt} />
        {/* What is kept while others have switched the face off is still the person's to erase. */}
        <OwnConsent status={status} onWithdrawn={setErased} />
      </div>
    )
  }
  if (!agreed) {
    return (
      <div className="grid gap-6">
        {erased && <ErasedNotice erased={erased} />}
        <OffAtPlaces places={status.faceOffAt} />
        <NoticeFirst
          status={status}
          onAgreed={() => {
            setErased(null)
            setJustAgreed(true)
          }}
        />
        {/* Whoever agreed to an earlier notice can withdraw without agreeing to this one first. */}
        <OwnConsent status={status} onWithdrawn={setErased} />
        <TakePartWithout />
      </div>
    )
  }
  return (
    <div className="grid gap-8">
      <OnHold hold={status.hold} />
      <OffAtPlaces places={status.faceOffAt} />
      {(!status.hold || status.photos.length > 0) && (
        <MyPhotos status={status} advice={advice} startOpen={justAgreed && !status.hold} />
      )}
      <OwnConsent status={status} onWithdrawn={setErased} />
      <TakePartWithout />
    </div>
  )
}
