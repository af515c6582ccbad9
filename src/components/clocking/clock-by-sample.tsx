'use client'

import { useMutation, useQueryClient } from '@tanstack/react-query'
import { LogIn, LogOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Button } from '@/components/ui/button'
import { ClockRefusal } from './clock-refusal'
import { ClockResult } from './clock-result'
import { areaOf, type ClockTarget } from './clock-target'
import type { Direction } from './presence'

interface ClockBySampleProps {
  direction: Direction
  target: ClockTarget
  onDone: () => void
  onCode: () => void
}

/** In the demo a picture stands in for the camera; the face in it is compared as any other. */
export function ClockBySample({ direction, target, onDone, onCode }: ClockBySampleProps) {
  const t = useTranslations('demo')
  const trpc = useTRPC()
  const queries = useQueryClient()
  const clock = useMutation(
    trpc.demo.clock.mutationOptions({
      onSettled: () => void queries.invalidateQueries(trpc.attendance.pathFilter()),
    }),
  )
  if (clock.data) return <ClockResult answer={clock.data} place={target} onDone={onDone} />
  if (clock.error)
    return (
      <ClockRefusal
        error={clock.error}
        onAgain={() => clock.reset()}
        onClose={onDone}
        onCode={onCode}
        area={areaOf(target)}
      />
    )
  return (
    <div className="mx-auto grid w-full max-w-form gap-5 py-2">
      {/* biome-ignore lint/performance/noImgElement: a picture of one person, which nothing may keep */}
      <img
        src={`/api/demo/portrait/${target.id}`}
        alt={t('clock.picture')}
        width={640}
        height={480}
        className="w-full rounded-xl bg-sunken"
      />
      <p className="text-muted">{t('clock.text')}</p>
      <Button
        size="lg"
        className="h-auto min-h-13! whitespace-normal py-2! sm:min-h-10!"
        loading={clock.isPending}
        onClick={() => clock.mutate({ sessionId: target.id, direction })}
      >
        {direction === 'in' ? <LogIn aria-hidden="true" /> : <LogOut aria-hidden="true" />}
        {t(direction === 'in' ? 'clock.in' : 'clock.out')}
      </Button>
    </div>
  )
}
