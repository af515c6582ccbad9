import type { Box } from '@/domain/face/geometry'

/** Mean luminance (0 to 255, ITU-R BT.601) of the face, and of the rest of the frame; boxes in pixels of the picture. */
export function lightOf(picture: ImageData, frame: Box, face: Box | null): { face: number; around: number } {
  const whole = sumIn(picture, frame)
  const part = face ? sumIn(picture, face) : { sum: 0, count: 0 }
  const rest = whole.count - part.count
  return {
    face: part.count > 0 ? part.sum / part.count : 0,
    around: rest > 0 ? (whole.sum - part.sum) / rest : 0,
  }
}

/** Every other pixel each way: a mean needs no more. */
const STEP = 2

function sumIn({ data, width, height }: ImageData, box: Box): { sum: number; count: number } {
  const left = Math.max(0, Math.floor(box.x))
  const right = Math.min(width, Math.ceil(box.x + box.width))
  const bottom = Math.min(height, Math.ceil(box.y + box.height))
  let sum = 0
  let count = 0
  for (let y = Math.max(0, Math.floor(box.y)); y < bottom; y += STEP) {
    for (let x = left; x < right; x += STEP) {
      const i = (y * width + x) * 4
      sum += 0.299 * (data[i] ?? 0) + 0.587 * (data[i + 1] ?? 0) + 0.114 * (data[i + 2] ?? 0)
      count++
    }
  }
  return { sum, count }
}
