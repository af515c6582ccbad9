'use client'

import type { Position } from '@/domain/work-sites-schema'

const PATIENCE_MS = 6_000

/** Where the device is, as far as it says so; undefined where it does not, or not in time. */
export function askPosition(): Promise<Position | undefined> {
  return new Promise((resolve) => {
    if (!('geolocation' in navigator)) return resolve(undefined)
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude } }) => resolve({ latitude, longitude }),
      () => resolve(undefined),
      { timeout: PATIENCE_MS, maximumAge: 60_000, enableHighAccuracy: true },
    )
  })
}
