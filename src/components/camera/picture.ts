'use client'
import type { Box } from '@/domain/face/geometry'

const LONGER_SIDE = 1280
const QUALITY = 0.92
const BETWEEN_FRAMES = 150

/** A dozen looks a second are enough for words, and leave the phone cool; in milliseconds. */
export const LOOK_EVERY = 80

/** The part of the camera's frame that `object-fit: cover` shows: what a person does not see is not sent either. */
export function shownPart(video: HTMLVideoElement): Box {
  const { videoWidth, videoHeight, clientWidth, clientHeight } = video
  if (!clientWidth || !clientHeight) return { x: 0, y: 0, width: videoWidth, height: videoHeight }
  const scale = Math.max(clientWidth / videoWidth, clientHeight / videoHeight)
  const width = Math.min(videoWidth, Math.round(clientWidth / scale))
  const height = Math.min(videoHeight, Math.round(clientHeight / scale))
  return { x: Math.round((videoWidth - width) / 2), y: Math.round((videoHeight - height) / 2), width, height }
}

/** The shown part of the current frame; null while there is none. */
export async function frameOf(video: HTMLVideoElement | null): Promise<ImageBitmap | null> {
  if (!video || video.readyState < video.HAVE_CURRENT_DATA || video.videoWidth === 0) return null
  const { x, y, width, height } = shownPart(video)
  try {
    return await createImageBitmap(video, x, y, width, height)
  } catch {
    return null
  }
}

/** Takes so many frames as JPEG, as the camera sees them (not mirrored), at most 1280 pixels on the longer side. */
export async function takePictures(video: HTMLVideoElement, frames: number): Promise<Blob[]> {
  const canvases: HTMLCanvasElement[] = []
  for (let i = 0; i < frames; i++) {
    if (i > 0) await new Promise((resolve) => setTimeout(resolve, BETWEEN_FRAMES))
    canvases.push(grab(video))
  }
  return Promise.all(canvases.map(encode))
}

function grab(video: HTMLVideoElement): HTMLCanvasElement {
  const part = shownPart(video)
  const scale = Math.min(1, LONGER_SIDE / Math.max(part.width, part.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(part.width * scale)
  canvas.height = Math.round(part.height * scale)
  const context = canvas.getContext('2d')
  if (!context) throw new Error('no canvas')
  context.imageSmoothingQuality = 'high'
  context.drawImage(video, part.x, part.y, part.width, part.height, 0, 0, canvas.width, canvas.height)
  return canvas
}

function encode(canvas: HTMLCanvasElement): Promise<Blob> {
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('no picture came out'))),
      'image/jpeg',
      QUALITY,
    )
  })
}
