'use client'

import { useEffect, useState } from 'react'

/**
 * The server's time, every second. `now` is what the server said when the answer arrived at `arrivedAt` by this
 * device's clock, which may be wrong by hours.
 */
export function useServerTime(now: Date, arrivedAt: number): Date {
  const [shown, setShown] = useState(now)
  useEffect(() => {
    const ahead = now.getTime() - arrivedAt
    const tick = () => setShown(new Date(Date.now() + ahead))
    tick()
    const timer = setInterval(tick, 1000)
    return () => clearInterval(timer)
  }, [now, arrivedAt])
  return shown
}
