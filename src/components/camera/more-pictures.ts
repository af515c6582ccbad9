'use client'
import type { RefObject } from 'react'
import { takePictures } from './picture'

/** The pictures were near, and more of them are wanted at once; anything else is an end. */
export type Captured = 'more' | undefined

/** So long the picture moves again before more are taken: the words are read, and nothing is taken twice. */
const BEFORE_MORE = 700

/** Lets a picture that stood still move again for a moment, and takes so many more; null where the camera has gone. */
export async function takeMore(
  video: RefObject<HTMLVideoElement | null>,
  frames: number,
): Promise<Blob[] | null> {
  // Refused only where the stream has just been taken away.
  await video.current?.play().catch(() => {})
  await new Promise((resolve) => setTimeout(resolve, BEFORE_MORE))
  if (!video.current || video.current.videoWidth === 0) return null
  const pictures = await takePictures(video.current, frames)
  video.current?.pause()
  return pictures
}
