'use client'

import { useQuery } from '@tanstack/react-query'
import { ScanFace } from 'lucide-react'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { ErrorState } from '@/components/ui/error-state'
import { Notice } from '@/components/ui/notice'
import { ListSkeleton } from '@/components/ui/skeleton'
import { useErrorText } from '@/components/words/error-words'
import { ConfirmBar } from './confirm-bar'
import { DiscardButton } from './discard-button'
import { LikelyCard } from './likely-card'
import { NotSeen } from './not-seen'
import { PhotoProblems } from './photo-problems'
import { CardGrid, Section } from './section'
import { SureCard } from './sure-card'
import { UnknownFaces } from './unknown-faces'
import { type ReviewData, useReview } from './use-review'
import type { RollCall } from './use-roll-call'

interface ReviewProps {
  rollCall: RollCall
  sessionId: string
  onDiscarded: () => void
  onLeaving: (leaving: boolean) => void
}

/** Everything that was found, to be looked through once and confirmed. */
export function Review(props: ReviewProps) {
  const errorText = useErrorText()
  const trpc = useTRPC()
  const { rollCall, onDiscarded } = props
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
            title="No face was found"
            action={<DiscardButton rollCallId={rollCall.id} onDiscarded={onDiscarded} />}
          >
            Discard this roll call, then take photos from nearer or in better light.
          </EmptyState>
        </Card>
      ) : (
        <Desk {...props} review={review.data} />
      )}
    </div>
  )
}

function Desk({ rollCall, sessionId, onDiscarded, onLeaving, review }: ReviewProps & { review: ReviewData }) {
  const desk = useReview(review, { sessionId, onLeaving })
  const { sure, likely, unknown, notSeen } = desk.groups
  return (
    <>
      {!review.preselects && (
        <Notice title="Nobody is ticked by itself here">
          This server recognises faces with the basic recogniser, which is right less often. Look at each face
          before you accept its name.
        </Notice>
      )}
      {sure.length > 0 && (
        <Section
          title="Sure"
          count={sure.length}
          description="Ticked already. Untick whoever you do not see."
        >
          <CardGrid>
            {sure.map((person) => (
              <SureCard key={person.student.id} person={person} desk={desk} />
            ))}
          </CardGrid>
        </Section>
      )}
      {likely.length > 0 && (
        <Section
          title="Likely"
          count={likely.length}
          description="Tap the name if it is right. Without a tap nobody here is marked."
        >
          <CardGrid>
            {likely.map((person) => (
              <LikelyCard key={person.student.id} person={person} desk={desk} />
            ))}
          </CardGrid>
        </Section>
      )}
      {unknown.length > 0 && (
        <Section
          title="Unknown"
          count={unknown.length}
          description="Not recognised. Name whoever you know, and leave the others."
        >
          <UnknownFaces faces={unknown} students={review.students} desk={desk} />
        </Section>
      )}
      {notSeen.length > 0 && (
        <Section
          title="Not seen"
          count={notSeen.length}
          description="In none of the photos. Mark by hand whoever is here."
        >
          <NotSeen students={notSeen} />
        </Section>
      )}
      <ConfirmBar rollCallId={rollCall.id} desk={desk} onDiscarded={onDiscarded} />
    </>
  )
}
