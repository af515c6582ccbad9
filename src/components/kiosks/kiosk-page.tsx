'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'
import { KioskFrame } from './kiosk-frame'
import { KioskGone } from './kiosk-gone'
import { KioskRest } from './kiosk-rest'
import { KioskSession } from './kiosk-session'
import { NoConnection } from './no-connection'
import { type KioskState, useKioskState } from './use-kiosk-state'
import { useWakeLock } from './use-wake-lock'
import { WalkThrough } from './walk-through'
import { WorkKiosk } from './work-kiosk'

/** The kiosk at the door: the clock of the class, and somebody steps up. */
export function KioskPage({ initial }: { initial: KioskState }) {
  const { state, arrivedAt, gone, lost, refresh } = useKioskState(initial)
  useWakeLock()
  const router = useRouter()
  // The page's words come with the page.
  const stale = state.locale !== initial.locale
  useEffect(() => {
    if (stale) router.refresh()
  }, [stale, router])
  if (gone) return <KioskGone />
  const { session, work } = state
  return (
    <>
      <KioskFrame state={state} arrivedAt={arrivedAt}>
        {work && !lost ? (
          <WorkKiosk key={`${work.face} ${work.identifies}`} state={state} work={work} refresh={refresh} />
        ) : !session || lost ? (
          <KioskRest state={state} />
        ) : session.walksThrough ? (
          <WalkThrough key={session.id} state={state} refresh={refresh} />
        ) : (
          <KioskSession
            // Another session, or another way to step up, begins anew.
            key={`${session.id} ${session.identifies}`}
            state={state}
            identifies={session.identifies}
            refresh={refresh}
          />
        )}
      </KioskFrame>
      {lost && <NoConnection />}
    </>
  )
}
