const WIDTH = 32
const HEIGHT = 24
/** Mean difference of two looks, of 255, from which something moves: noise of a dark camera stays below. */
const MOVED = 2.5

/** Tells whether a video has moved since it was asked last. Costs next to nothing, so that an empty door does too. */
export function watchMotion(): (video: HTMLVideoElement) => boolean {
  const canvas = document.createElement('canvas')
  canvas.width = WIDTH
  canvas.height = HEIGHT
  const context = canvas.getContext('2d', { willReadFrequently: true })
  let before: Uint8ClampedArray | null = null
  return (video) => {
    if (!context) return true
    context.drawImage(video, 0, 0, WIDTH, HEIGHT)
    const { data } = context.getImageData(0, 0, WIDTH, HEIGHT)
    const moved = before === null || difference(before, data) > MOVED
    before = data
    return moved
  }
}

function difference(a: Uint8ClampedArray, b: Uint8ClampedArray): number {
  let sum = 0
  // Green says most about light.
  for (let i = 1; i < a.length; i += 4) sum += Math.abs((a[i] ?? 0) - (b[i] ?? 0))
  return (4 * sum) / a.length
}
