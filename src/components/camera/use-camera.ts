'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import {
  type CameraChoice,
  CameraError,
  type CameraFailure,
  cameraChoices,
  openCamera,
  stopStream,
} from './camera-access'

const REMEMBERED = 'clockface.camera'

export interface Camera {
  video: RefObject<HTMLVideoElement | null>
  /** `live` from the first frame on. */
  state: 'starting' | 'live' | 'failed'
  failure: CameraFailure | null
  choices: CameraChoice[]
  /** The camera in use. */
  deviceId: string | null
  choose(deviceId: string): void
  /** Tries again after a failure. */
  retry(): void
}

/** Plays the person's camera in a video element, and lets go of it in a hidden tab and on unmount. */
export function useCamera(): Camera {
  const video = useRef<HTMLVideoElement>(null)
  const [wanted, setWanted] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [state, setState] = useState<Camera['state']>('starting')
  const [failure, setFailure] = useState<CameraFailure | null>(null)
  const [choices, setChoices] = useState<CameraChoice[]>([])
  const [deviceId, setDeviceId] = useState<string | null>(null)
  const visible = useVisible()

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens the camera again
  useEffect(() => {
    if (!visible) return
    let gone = false
    let stream: MediaStream | null = null
    const element = video.current
    const fail = (reason: CameraFailure) => {
      if (gone) return
      setFailure(reason)
      setState('failed')
    }
    const start = async () => {
      setState('starting')
      setFailure(null)
      try {
        const opened = await openCamera(wanted ?? remembered())
        if (gone) return stopStream(opened)
        stream = opened
        const [track] = opened.getVideoTracks()
        track?.addEventListener('ended', () => fail('lost'))
        setDeviceId(track?.getSettings().deviceId ?? null)
        if (element) {
          element.srcObject = opened
          await element.play().catch(() => {})
        }
        if (gone) return
        setState('live')
        const all = await cameraChoices()
        if (!gone) setChoices(all)
      } catch (cause) {
        fail(cause instanceof CameraError ? cause.failure : 'unsupported')
      }
    }
    void start()
    return () => {
      gone = true
      stopStream(stream)
      if (element) element.srcObject = null
    }
  }, [visible, wanted, attempt])

  const choose = useCallback((id: string) => {
    remember(id)
    setWanted(id)
  }, [])
  const retry = useCallback(() => setAttempt((n) => n + 1), [])
  return { video, state: visible ? state : 'starting', failure, choices, deviceId, choose, retry }
}

function useVisible(): boolean {
  const [visible, setVisible] = useState(true)
  useEffect(() => {
    const follow = () => setVisible(document.visibilityState !== 'hidden')
    follow()
    document.addEventListener('visibilitychange', follow)
    return () => document.removeEventListener('visibilitychange', follow)
  }, [])
  return visible
}

/** Storage may be forbidden; the choice is then good for this visit only. */
function remembered(): string | null {
  try {
    return localStorage.getItem(REMEMBERED)
  } catch {
    return null
  }
}

function remember(deviceId: string): void {
  try {
    localStorage.setItem(REMEMBERED, deviceId)
  } catch {}
}
