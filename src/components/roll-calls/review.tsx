'use client'

import { useQuery } from '@tanstack/react-query'
import { ScanFace } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { later } from '@/components/ui/later'
import { Notice } from '@/components/ui/notice'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useErrorText } from '@/components/words/error-words'
import { ConfirmBar } from './confirm-bar'
import { DiscardButton } from './discard-button'
import { LikelyCard } from './likely-card'
import { NotSeen } from './not-seen'
import { PhotoProblems } from './photo-problems'
import { AddPhotos, RoomPhotos } from './room-photos'
import { CardGrid, Section } from './section'
import { SureCard } from './sure-card'
import { UnknownFaces } from './unknown-faces'
import { type ReviewData, useReview } from './use-review'
import type { RollCall } from './use-roll-call'

const PhotoLook = later(() => import('./photo-look').then(({ PhotoLook }) => PhotoLook), {
  when: ({ desk }) => desk.looking.look !== null,
})

interface ReviewProps {
  rollCall: RollCall
  sessionId: string
  onDiscarded: () => void
  onLeaving: (leaving: boolean) => void
  /** More photos of the room. */
  onPhotos: (photos: File[]) => void
}

/** Everything that was found, to be looked through once and confirmed. */
export function Review(props: ReviewProps) {
  const errorText = useErrorText()
  const trpc = useTRPC()
  const t = useTranslations('roll-calls')
  const { rollCall, sessionId, onDiscarded, onPhotos } = props
  const review = useQuery(trpc.rollCalls.review.queryOptions({ rollCallId: rollCall.id }))
  if (review.isPending) return <ListSkeleton rows={6} />
  if (review.isError)
    return (
      <ErrorState onRetry={review.refetch} retrying={review.isFetching}>
        {errorText(review.error)}
      </ErrorState>
    )
  return (
    <div className="grid gap-8">
      <PhotoProblems photos={rollCall.photos} />
      {review.data.faces.length === 0 ? (
        <Card padded={false}>
          <EmptyState
            icon={<ScanFace />}
            title={t('review.noFace')}
            action={
              <div className="flex flex-wrap justify-center gap-2">
                <AddPhotos rollCall={rollCall} sessionId={sessionId} onPhotos={onPhotos} />
                <DiscardButton rollCallId={rollCall.id} onDiscarded={onDiscarded} />
              </div>
            }
          >
            {t('review.noFaceText')}
          </EmptyState>
        </Card>
      ) : (
        <Desk {...props} review={review.data} />
      )}
    </div>
  )
}

function Desk({ review, ...props }: ReviewProps & { review: ReviewData }) {
  const { rollCall, sessionId, onDiscarded, onLeaving, onPhotos } = props
  const t = useTranslations('roll-calls')
  const desk = useReview(review, { sessionId, onLeaving })
  const { sure, likely, unknown, notSeen } = desk.groups
  return (
    <>
      {!review.preselects && <Notice title={t('review.basic')}>{t('review.basicText')}</Notice>}
      <div className="grid gap-3">
        <RoomPhotos rollCall={rollCall} review={review} desk={desk} />
        <AddPhotos rollCall={rollCall} sessionId={sessionId} onPhotos={onPhotos} />
      </div>
      {sure.length > 0 && (
        <Section title={t('band.sure.title')} count={sure.length} description={t('band.sure.text')}>
          <CardGrid>
            {sure.map((person) => (
              <SureCard key={person.student.id} person={person} desk={desk} />
            ))}
          </CardGrid>
        </Section>
      )}
      {likely.length > 0 && (
        <Section title={t('band.likely.title')} count={likely.length} description={t('band.likely.text')}>
          <CardGrid>
            {likely.map((person) => (
              <LikelyCard key={person.student.id} person={person} desk={desk} />
            ))}
          </CardGrid>
        </Section>
      )}
      {unknown.length > 0 && (
        <Section title={t('band.unknown.title')} count={unknown.length} description={t('band.unknown.text')}>
          <UnknownFaces faces={unknown} students={review.students} desk={desk} />
        </Section>
      )}
      {notSeen.length > 0 && (
        <Section title={t('band.notSeen.title')} count={notSeen.length} description={t('band.notSeen.text')}>
          <NotSeen students={notSeen} />
        </Section>
      )}
      <ConfirmBar rollCallId={rollCall.id} desk={desk} onDiscarded={onDiscarded} />
      <PhotoLook review={review} desk={desk} />
    </>
  )
}
