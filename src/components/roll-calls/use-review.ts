'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useRouter } from 'next/navigation'
import { useFormatter, useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import {
  chosenFaces,
  facesInPhoto,
  groupFaces,
  outcomeOf,
  withEarlier,
  withoutPick,
  withPick,
} from '@/domain/roll-call-review'
import { UNDO_SECONDS } from '@/domain/undo'
import { useLook } from './use-look'
import { usePicks } from './use-picks'
import { useUndo } from './use-undo'
import { useMarkedText } from './words'

export type ReviewData = ApiOutput['rollCalls']['review']
export type ReviewFace = ReviewData['faces'][number]
export type ReviewStudent = ReviewData['students'][number]

interface ReviewOptions {
  sessionId: string
  /** Told before the marks are made, and with false where they were not. */
  onLeaving: (leaving: boolean) => void
}

/** What the teacher decides on a review, until they confirm it. */
export function useReview(review: ReviewData, { sessionId, onLeaving }: ReviewOptions) {
  const t = useTranslations('roll-calls')
  const ui = useTranslations('ui')
  const format = useFormatter()
  const markedText = useMarkedText()
  const undoRollCall = useUndo()
  const looking = useLook(review)
  const errorText = useErrorText()
  const trpc = useTRPC()
  const router = useRouter()
  const queries = useQueryClient()
  const [picks, changePicks] = usePicks(review.rollCallId)
  const anew = () => queries.invalidateQueries(trpc.rollCalls.review.pathFilter())
  const refusing = useMutation(trpc.rollCalls.refuse.mutationOptions())
  const takingBack = useMutation(trpc.rollCalls.takeBackRefusal.mutationOptions())
  const confirming = useMutation(
    trpc.rollCalls.confirm.mutationOptions({
      onMutate: () => onLeaving(true),
      onError: () => onLeaving(false),
    }),
  )
  const outcome = outcomeOf(review, picks)

  /** "Not this person": remembered at once, and what is left comes back decided anew. */
  async function refuseAll(faces: readonly ReviewFace[], students: readonly ReviewStudent[]) {
    const pairs = faces.flatMap(({ id }) =>
      students.map((student) => ({ faceId: id, studentId: student.id })),
    )
    const earlier = picks
    const ids = students.map(({ id }) => id)
    changePicks((now) => ids.reduce(withoutPick, now))
    try {
      for (const pair of pairs) await refusing.mutateAsync(pair)
      await anew()
    } catch (error) {
      changePicks((now) => withEarlier(now, earlier, ids))
      toast.error(errorText(error))
      return
    }
    const undo = async () => {
      try {
        for (const pair of pairs) await takingBack.mutateAsync(pair)
        await anew()
        changePicks((now) => withEarlier(now, earlier, ids))
      } catch (error) {
        toast.error(errorText(error))
      }
    }
    const all = students.map(({ name }) => name)
    const names = format.list(all, { type: 'disjunction' })
    toast.success(t('refused', { names }), {
      duration: UNDO_SECONDS * 1000,
      action: { label: ui('undo'), onClick: () => void undo() },
    })
  }

  async function confirm() {
    try {
      const { marks } = outcome
      const result = await confirming.mutateAsync({ rollCallId: review.rollCallId, marks })
      // Whoever comes back finds no review that is over, not even for a moment.
      const page = trpc.rollCalls.ofSession.queryKey({ sessionId })
      queries.setQueryData(page, (old) => old && { ...old, rollCall: null })
      toast.success(markedText(result), {
        duration: UNDO_SECONDS * 1000,
        action:
          result.marked > 0
            ? { label: ui('undo'), onClick: () => void undoRollCall(review.rollCallId, sessionId) }
            : null,
      })
      router.push(`/teach/sessions/${sessionId}`)
    } catch (error) {
      toast.error(errorText(error))
    }
  }

  return {
    groups: groupFaces(review, picks),
    chosen: chosenFaces(review, picks),
    outcome,
    looking,
    facesIn: (photo: number) => facesInPhoto(review, picks, photo),
    pick: (student: ReviewStudent, face: ReviewFace) =>
      changePicks((now) => withPick(now, student.id, face.id)),
    unpick: (student: ReviewStudent) => changePicks((now) => ({ ...now, [student.id]: null })),
    /** As if nothing had been said about this student. */
    forget: (student: ReviewStudent) => changePicks((now) => withoutPick(now, student.id)),
    refuseAll,
    refuse: (face: ReviewFace, student: ReviewStudent) => refuseAll([face], [student]),
    refusing: refusing.isPending,
    confirm,
    confirming: confirming.isPending,
  }
}

export type ReviewDesk = ReturnType<typeof useReview>
