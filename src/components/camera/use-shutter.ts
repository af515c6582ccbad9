'use client'
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { takeMore } from './more-pictures'
import { takePictures } from './picture'

/** After a picture the next one is not taken by itself at once: people want to see what happened. */
const REST = 1500

interface ShutterOptions {
  video: RefObject<HTMLVideoElement | null>
  frames: number
  /** Whether the picture may move: false holds it still. */
  moving: boolean
  /** Where it gives 'more', as many are taken once more at once. */
  onCapture(pictures: Blob[]): Promise<unknown>
}

export interface Shutter {
  /** Takes the pictures and hands them over; does nothing while that is under way. */
  take(): Promise<void>
  /** From the press to the end of what was done with the pictures. */
  working: boolean
  /** More pictures are being taken, because the first did not tell. */
  more: boolean
  /** Shortly after that. */
  resting: boolean
  /** How many times it was pressed. */
  count: number
}

/** Takes pictures of a playing video, which stands still until they have been dealt with. */
export function useShutter({ video, frames, moving, onCapture }: ShutterOptions): Shutter {
  const [working, setWorking] = useState(false)
  const [more, setMore] = useState(false)
  const [resting, setResting] = useState(false)
  const [count, setCount] = useState(0)
  const under = useRef(false)

  const take = useCallback(async () => {
    const element = video.current
    if (!element || element.videoWidth === 0 || under.current) return
    under.current = true
    setWorking(true)
    try {
      let pictures: Blob[] | null = await takePictures(element, frames)
      element.pause()
      while (pictures) {
        setCount((n) => n + 1)
        if ((await onCapture(pictures)) !== 'more') break
        setMore(true)
        pictures = await takeMore(video, frames)
      }
    } finally {
      under.current = false
      setMore(false)
      setWorking(false)
      setResting(true)
    }
  }, [frames, onCapture, video])

  const still = working || !moving
  useEffect(() => {
    // Refused only where a stream has just been taken away, and then there is nothing to play.
    if (!still) video.current?.play().catch(() => {})
  }, [still, video])

  useEffect(() => {
    if (!resting || still) return
    const timer = setTimeout(() => setResting(false), REST)
    return () => clearTimeout(timer)
  }, [resting, still])

  return { take, working, more, resting, count }
}
