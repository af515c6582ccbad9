'use client'

import { useCallback } from 'react'
import { useKeptHere } from '@/components/ui/kept-here'

/** Whether this browser shows the code of a session: the board on the desk and the projector's tab know it of each other. */
export function useCodeShown(sessionId: string): [boolean, (shown: boolean) => void] {
  const [kept, keep] = useKeptHere(`clockface-code-${sessionId}`)
  return [kept !== null, useCallback((shown: boolean) => keep(shown ? '1' : null), [keep])]
}
