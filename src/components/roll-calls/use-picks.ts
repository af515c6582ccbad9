'use client'

import { useEffect, useState } from 'react'
import type { Picks } from '@/domain/roll-call-review'

function arePicks(kept: unknown): kept is Picks {
  if (typeof kept !== 'object' || kept === null || Array.isArray(kept)) return false
  return Object.values(kept).every((one) => one === null || typeof one === 'string')
}

const keyOf = (rollCallId: string) => `roll-call:${rollCallId}`

/** What the teacher decided on a review; kept for this tab, so that a look at the board costs nothing. */
export function usePicks(rollCallId: string) {
  const [picks, setPicks] = useState<Picks>(() => keptPicks(rollCallId))
  useEffect(() => {
    window.sessionStorage.setItem(keyOf(rollCallId), JSON.stringify(picks))
  }, [rollCallId, picks])
  return [picks, setPicks] as const
}

/** Nothing where nothing was kept, and on the server, which keeps nothing. */
function keptPicks(rollCallId: string): Picks {
  try {
    const kept: unknown = JSON.parse(window.sessionStorage.getItem(keyOf(rollCallId)) ?? '{}')
    return arePicks(kept) ? kept : {}
  } catch {
    return {}
  }
}
