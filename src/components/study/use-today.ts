'use client'

import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useSubscription } from '@trpc/tanstack-react-query'
import { useEffect, useRef, useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'

export type TodayData = ApiOutput['attendance']['today']
export type TodaySession = TodayData['sessions'][number]

/** When a class of thirty joins at once, a page need not read itself anew thirty times. */
const GATHER = 150

/** The student's sessions, read anew whenever the server tells of a change. */
export function useToday(initial: TodayData) {
  const trpc = useTRPC()
  const queryClient = useQueryClient()
  const query = useQuery(trpc.attendance.today.queryOptions(undefined, { initialData: initial }))
  // From the first snapshot on: the connection itself remembers which event it has seen last.
  const [lastEventId] = useState(initial.lastEventId)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => () => clearTimeout(timer.current), [])

  useSubscription(
    trpc.attendance.onToday.subscriptionOptions(
      { lastEventId },
      {
        onData: () => {
          clearTimeout(timer.current)
          timer.current = setTimeout(
            () => queryClient.invalidateQueries(trpc.attendance.pathFilter()),
            GATHER,
          )
        },
      },
    ),
  )
  return query
}
