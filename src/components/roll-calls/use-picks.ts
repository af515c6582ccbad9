'use client'

import { useState } from 'react'
import { z } from 'zod'
import type { Picks } from '@/domain/roll-call-review'

const picksSchema = z.record(z.string(), z.string().nullable())

const keyOf = (rollCallId: string) => `roll-call:${rollCallId}`

/** What the teacher decided on a review; kept for this tab, so that a look at the board costs nothing. */
export function usePicks(rollCallId: string) {
  const [picks, setPicks] = useState<Picks>(() => keptPicks(rollCallId))

  function change(next: (before: Picks) => Picks) {
    setPicks((before) => {
      const after = next(before)
      window.sessionStorage.setItem(keyOf(rollCallId), JSON.stringify(after))
      return after
    })
  }

  return [picks, change] as const
}

function keptPicks(rollCallId: string): Picks {
  if (typeof window === 'undefined') return {}
  try {
    return picksSchema.parse(JSON.parse(window.sessionStorage.getItem(keyOf(rollCallId)) ?? '{}'))
  } catch {
    return {}
  }
}
