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
  /** It plays. */
  live: boolean
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
  const [stream, setStream] = useState<MediaStream | null>(null)
  const [live, setLive] = useState(false)
  const [failure, setFailure] = useState<CameraFailure | null>(null)
  const [choices, setChoices] = useState<CameraChoice[]>([])
  const visible = useVisible()

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens the camera again
  useEffect(() => {
    if (!visible) return
    let closed = false
    let opened: MediaStream | null = null
    const fail = (reason: CameraFailure) => {
      if (!closed) setFailure(reason)
    }
    const open = async () => {
      setFailure(null)
      try {
        const camera = await openCamera(wanted ?? remembered())
        if (closed) return stopStream(camera)
        opened = camera
        camera.getVideoTracks()[0]?.addEventListener('ended', () => fail('lost'))
        setStream(camera)
        const all = await cameraChoices()
        if (!closed) setChoices(all)
      } catch (cause) {
        fail(cause instanceof CameraError ? cause.failure : 'unsupported')
      }
    }
    void open()
    return () => {
      closed = true
      stopStream(opened)
      setStream(null)
    }
  }, [visible, wanted, attempt])

  // Apart from opening, because a failure takes the video off the page, and only the next rendering brings it back.
  useEffect(() => {
    const element = video.current
    if (!element || !stream || failure) return
    let closed = false
    element.srcObject = stream
    element.play().then(
      () => closed || setLive(true),
      // Refused only when it is taken away meanwhile.
      () => {},
    )
    return () => {
      closed = true
      element.srcObject = null
      setLive(false)
    }
  }, [stream, failure])

  const choose = useCallback((id: string) => {
    remember(id)
    setWanted(id)
  }, [])
  const retry = useCallback(() => setAttempt((n) => n + 1), [])
  const deviceId = stream?.getVideoTracks()[0]?.getSettings().deviceId ?? null
  return { video, live, failure, choices, deviceId, choose, retry }
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
