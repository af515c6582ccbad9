'use client'
import { type RefObject, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import {
  ANY_CAMERA,
  type CameraChoice,
  CameraError,
  type CameraFailure,
  cameraChoices,
  cameraOf,
  openCamera,
  stopStream,
} from './camera-access'
import { rememberedCamera } from './remembered-camera'
import { usePlaying } from './use-playing'

/** A browser that has said nothing in so many milliseconds may never do so. */
const ANSWERS_WITHIN = 10_000

export interface Camera {
  video: RefObject<HTMLVideoElement | null>
  /** It plays. */
  live: boolean
  failure: CameraFailure | null
  /** There is neither a picture nor a failure, for too long: somebody's tap may help. */
  silent: boolean
  /** The tap: plays what was refused, else tries the next camera. */
  start(): void
  choices: CameraChoice[]
  /** The camera in use. */
  deviceId: string | null
  /** The name of one that was wanted and gave no picture, so that another is in use. */
  skipped: string | null
  choose(deviceId: string): void
  /** Tries again after a failure. */
  retry(): void
}

/** Plays a camera in a video element, the person's or one of the room, and lets go of it in a hidden tab and on unmount. */
export function useCamera({ room = false } = {}): Camera {
  const video = useRef<HTMLVideoElement>(null)
  const memory = useMemo(() => rememberedCamera(room), [room])
  const [wanted, setWanted] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [stream, setStream] = useState<MediaStream | null>(null)
  const [failure, setFailure] = useState<CameraFailure | null>(null)
  const [choices, setChoices] = useState<CameraChoice[]>([])
  const [missed, setMissed] = useState<string | null>(null)
  const [late, setLate] = useState(false)
  /** What gave no picture in this visit, and what did last. */
  const avoided = useRef(new Set<string>())
  const played = useRef<string | null>(null)
  /** Which one the browser was asked for last. */
  const asked = useRef(ANY_CAMERA)
  const visible = useVisible()
  // A failure takes the video off the page, and only the next rendering brings it back.
  const { live, refused, dark, play } = usePlaying(video, failure ? null : stream)

  const avoid = useCallback(
    (id: string) => {
      avoided.current.add(id)
      memory.forget(id)
      if (id !== ANY_CAMERA) setMissed(id)
    },
    [memory],
  )

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt opens the camera again
  useEffect(() => {
    if (!visible) return
    const over = new AbortController()
    const { signal } = over
    let opened: MediaStream | null = null
    const fail = (reason: CameraFailure) => {
      if (!signal.aborted) setFailure(reason)
    }
    const open = async () => {
      setFailure(null)
      const wishes = [wanted, played.current, memory.read()]
      const preferred = wishes.find((id) => id && !avoided.current.has(id)) ?? null
      const onTry = (id: string) => {
        if (!signal.aborted) asked.current = id
      }
      try {
        const camera = await openCamera({ preferred, avoided: avoided.current, room, signal, onTry })
        if (signal.aborted) return stopStream(camera)
        opened = camera
        camera.getVideoTracks()[0]?.addEventListener('ended', () => fail('lost'))
        const got = cameraOf(camera)
        if (preferred && got && got !== preferred) avoid(preferred)
        setStream(camera)
      } catch (cause) {
        fail(cause instanceof CameraError ? cause.failure : 'unsupported')
      }
      const all = await cameraChoices()
      if (!signal.aborted) setChoices(all)
    }
    void open()
    return () => {
      over.abort()
      stopStream(opened)
      setStream(null)
    }
  }, [visible, wanted, attempt])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each attempt has its time
  useEffect(() => {
    if (!visible || live || failure) return
    const timer = setTimeout(() => setLate(true), ANSWERS_WITHIN)
    return () => {
      clearTimeout(timer)
      setLate(false)
    }
  }, [visible, live, failure, attempt])

  const deviceId = cameraOf(stream)
  useEffect(() => {
    if (!live || !deviceId) return
    played.current = deviceId
    avoided.current.delete(deviceId)
    if (deviceId === wanted) memory.write(deviceId)
  }, [live, deviceId, wanted, memory])

  const retry = useCallback(() => setAttempt((n) => n + 1), [])
  const choose = useCallback((id: string) => {
    avoided.current.delete(id)
    setMissed(null)
    setWanted(id)
    setAttempt((n) => n + 1)
  }, [])
  const start = useCallback(async () => {
    if (refused && (await play())) return
    avoid(deviceId ?? asked.current)
    setAttempt((n) => n + 1)
  }, [refused, play, avoid, deviceId])

  const silent = !live && !failure && (refused || dark || late)
  const skipped = choices.find((choice) => choice.deviceId === missed && missed !== deviceId)?.label || null
  return { video, live, failure, silent, start, choices, deviceId, skipped, choose, retry }
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
