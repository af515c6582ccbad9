'use client'
import { type RefObject, useCallback, useEffect, useState } from 'react'
import { usePatience } from './use-patience'

/** So long a camera may send nothing before anything is said of it: some begin so. */
const MUTED_FOR = 2000

/** A picture that is taken away while it begins to play; nothing refused it. */
const INTERRUPTED = 'AbortError'

interface Playing {
  live: boolean
  /** The browser wants a tap before anything plays. */
  refused: boolean
  /** The camera is open and sends nothing, for longer than it takes to begin. */
  dark: boolean
  /** Plays it by somebody's tap; false where it is refused all the same. */
  play(): Promise<boolean>
}

/** Plays a stream in a video element. */
export function usePlaying(video: RefObject<HTMLVideoElement | null>, stream: MediaStream | null): Playing {
  const [playing, setPlaying] = useState(false)
  const [refused, setRefused] = useState(false)
  const [muted, setMuted] = useState(false)
  const dark = usePatience(stream !== null && muted, MUTED_FOR)

  useEffect(() => {
    const element = video.current
    const track = stream?.getVideoTracks()[0]
    if (!element || !stream || !track) return
    let closed = false
    const begun = () => {
      if (closed) return
      setPlaying(true)
      setRefused(false)
    }
    const follow = () => setMuted(track.muted)
    follow()
    track.addEventListener('mute', follow)
    track.addEventListener('unmute', follow)
    element.addEventListener('playing', begun)
    element.srcObject = stream
    element.play().then(begun, (cause) => closed || (cause as Error).name === INTERRUPTED || setRefused(true))
    return () => {
      closed = true
      track.removeEventListener('mute', follow)
      track.removeEventListener('unmute', follow)
      element.removeEventListener('playing', begun)
      element.srcObject = null
      setPlaying(false)
      setRefused(false)
      setMuted(false)
    }
  }, [video, stream])

  const play = useCallback(async () => {
    try {
      await video.current?.play()
      return true
    } catch {
      return false
    }
  }, [video])

  return { live: playing && !muted, refused, dark, play }
}
