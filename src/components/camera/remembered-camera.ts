'use client'

/** The camera that somebody chose in this browser, for themselves or for the room; only one that has played. */
export interface RememberedCamera {
  read(): string | null
  write(deviceId: string): void
  /** No longer, where it is this one. */
  forget(deviceId: string): void
}

/** Storage may be forbidden; the choice is then good for this visit only. */
export function rememberedCamera(room: boolean): RememberedCamera {
  const key = room ? 'clockface.room-camera' : 'clockface.camera'
  const read = () => {
    try {
      return localStorage.getItem(key)
    } catch {
      return null
    }
  }
  return {
    read,
    write(deviceId) {
      try {
        localStorage.setItem(key, deviceId)
      } catch {}
    },
    forget(deviceId) {
      try {
        if (read() === deviceId) localStorage.removeItem(key)
      } catch {}
    },
  }
}
