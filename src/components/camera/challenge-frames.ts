'use client'

/** Enough to tell a face and its pose by, and a whole answer stays under a megabyte. */
const LONGER_SIDE = 640
const QUALITY = 0.88

/** The frames of one answer, and the one that may still be needed. */
export interface FrameStore {
  /** Draws what is looked at now; the bitmap may be given away afterwards. */
  draw(frame: ImageBitmap): void
  /** Keeps what was drawn last as the frame before a movement. */
  remember(at: number): void
  /** Takes what was drawn last into the answer, after the remembered frame where that belongs to it. */
  keep(at: number, withRemembered: boolean): void
  /** The answer so far, in order of time. Rejects when a picture cannot be made. */
  answer(): Promise<{ frames: Blob[]; at: number[] }>
}

export function frameStore(): FrameStore {
  let current = document.createElement('canvas')
  let spare = document.createElement('canvas')
  let rememberedAt: number | null = null
  const kept: { at: number; picture: Promise<Blob> }[] = []
  return {
    draw(frame) {
      const scale = Math.min(1, LONGER_SIDE / Math.max(frame.width, frame.height))
      resize(current, Math.round(frame.width * scale), Math.round(frame.height * scale))
      const context = current.getContext('2d')
      if (!context) throw new Error('no canvas')
      context.imageSmoothingQuality = 'high'
      context.drawImage(frame, 0, 0, current.width, current.height)
    },
    remember(at) {
      const drawn = current
      current = spare
      spare = drawn
      rememberedAt = at
    },
    keep(at, withRemembered) {
      if (withRemembered && rememberedAt !== null) kept.push({ at: rememberedAt, picture: encode(spare) })
      rememberedAt = null
      kept.push({ at, picture: encode(current) })
    },
    async answer() {
      const frames = await Promise.all(kept.map(({ picture }) => picture))
      return { frames, at: kept.map(({ at }) => at) }
    },
  }
}

/** Setting a size empties a canvas even where it stays the same. */
function resize(canvas: HTMLCanvasElement, width: number, height: number) {
  if (canvas.width !== width) canvas.width = width
  if (canvas.height !== height) canvas.height = height
}

/** The canvas may be drawn on again at once: its pixels are copied when this is called. */
function encode(canvas: HTMLCanvasElement): Promise<Blob> {
  const picture = new Promise<Blob>((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('no picture came out'))),
      'image/jpeg',
      QUALITY,
    )
  })
  // Whoever asks for the answer is told; nobody may ask.
  picture.catch(() => {})
  return picture
}
