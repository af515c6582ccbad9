import type { Pixels } from '@/domain/face/resample'

/** A corner on the new picture, how far away it is, and which point of the old picture it shows. */
export interface Vertex {
  x: number
  y: number
  z: number
  fromX: number
  fromY: number
}

/** Draws a piece of one picture into another, where nothing nearer has been drawn. */
export function drawTriangle(
  from: Pixels,
  to: Pixels,
  nearest: Float32Array,
  [a, b, c]: readonly [Vertex, Vertex, Vertex],
): void {
  const area = (b.x - a.x) * (c.y - a.y) - (c.x - a.x) * (b.y - a.y)
  if (Math.abs(area) < 1e-6) return
  const left = Math.max(0, Math.floor(Math.min(a.x, b.x, c.x)))
  const right = Math.min(to.width - 1, Math.ceil(Math.max(a.x, b.x, c.x)))
  const top = Math.max(0, Math.floor(Math.min(a.y, b.y, c.y)))
  const bottom = Math.min(to.height - 1, Math.ceil(Math.max(a.y, b.y, c.y)))
  for (let y = top; y <= bottom; y++) {
    for (let x = left; x <= right; x++) {
      const px = x + 0.5
      const py = y + 0.5
      const wb = ((px - a.x) * (c.y - a.y) - (c.x - a.x) * (py - a.y)) / area
      const wc = ((b.x - a.x) * (py - a.y) - (px - a.x) * (b.y - a.y)) / area
      const wa = 1 - wb - wc
      if (wa < -1e-4 || wb < -1e-4 || wc < -1e-4) continue
      const z = wa * a.z + wb * b.z + wc * c.z
      const at = y * to.width + x
      if (z >= (nearest[at] ?? 0)) continue
      nearest[at] = z
      sample(
        from,
        wa * a.fromX + wb * b.fromX + wc * c.fromX,
        wa * a.fromY + wb * b.fromY + wc * c.fromY,
        to,
        at,
      )
    }
  }
}

function sample({ data, width, height }: Pixels, x: number, y: number, to: Pixels, at: number) {
  const sx = Math.max(0, Math.min(width - 1, x - 0.5))
  const sy = Math.max(0, Math.min(height - 1, y - 0.5))
  const x0 = Math.floor(sx)
  const y0 = Math.floor(sy)
  const x1 = Math.min(width - 1, x0 + 1)
  const y1 = Math.min(height - 1, y0 + 1)
  const fx = sx - x0
  const fy = sy - y0
  for (let channel = 0; channel < 3; channel++) {
    const pixel = (px: number, py: number) => data[(py * width + px) * 3 + channel] ?? 0
    const upper = pixel(x0, y0) * (1 - fx) + pixel(x1, y0) * fx
    const lower = pixel(x0, y1) * (1 - fx) + pixel(x1, y1) * fx
    to.data[at * 3 + channel] = Math.round(upper * (1 - fy) + lower * fy)
  }
}
