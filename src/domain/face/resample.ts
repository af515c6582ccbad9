import { type Similarity, scaleOf } from './similarity-transform'

/** Upright pixels, red green blue, row by row, no padding. */
export interface Pixels {
  data: Uint8Array
  width: number
  height: number
}

/** How a square crop is written: its side, whether colours lie in planes (NCHW) or side by side, and their order. */
export interface CropLayout {
  size: number
  planes: boolean
  order: 'rgb' | 'bgr'
}

/** Enough reduction that a bilinear step never skips more than half a source pixel. */
const HALVE_FROM = 1.5

/** A picture and its halvings, each made when first needed. */
export class Pyramid {
  private readonly levels: Pixels[]

  constructor(picture: Pixels) {
    this.levels = [picture]
  }

  get picture(): Pixels {
    return this.level(0)
  }

  /** The picture at 1 / 2^n of its size, area-averaged. */
  level(n: number): Pixels {
    for (let have = this.levels.length; have <= n; have++) {
      this.levels.push(halve(this.level(have - 1)))
    }
    const level = this.levels[n]
    if (!level) throw new RangeError(`No pyramid level ${n}`)
    return level
  }

  /** The level from which a step of `step` picture pixels can be sampled without aliasing. */
  levelFor(step: number): number {
    const { width, height } = this.picture
    let n = 0
    for (let s = step; s >= HALVE_FROM && Math.min(width, height) >> (n + 1) >= 2; s /= 2) n++
    return n
  }
}

/** Half the size by averaging 2 by 2 pixels; an odd last row or column is left out. */
export function halve({ data, width, height }: Pixels): Pixels {
  const w = width >> 1
  const h = height >> 1
  const out = new Uint8Array(w * h * 3)
  const row = width * 3
  let o = 0
  for (let y = 0; y < h; y++) {
    let i = y * 2 * row
    for (let x = 0; x < w; x++, i += 6, o += 3) {
      const j = i + row
      out[o] =
        ((data[i] as number) + (data[i + 3] as number) + (data[j] as number) + (data[j + 3] as number) + 2) >>
        2
      out[o + 1] =
        ((data[i + 1] as number) +
          (data[i + 4] as number) +
          (data[j + 1] as number) +
          (data[j + 4] as number) +
          2) >>
        2
      out[o + 2] =
        ((data[i + 2] as number) +
          (data[i + 5] as number) +
          (data[j + 2] as number) +
          (data[j + 5] as number) +
          2) >>
        2
    }
  }
  return { data: out, width: w, height: h }
}

/**
 * Fills `out` with a square crop, colours 0 to 255: `toPicture` maps crop pixels to picture pixels; what lies outside
 * the picture is black. Bilinear, from the pyramid level that fits the scale.
 */
export function resampleCrop(
  pyramid: Pyramid,
  toPicture: Similarity,
  { size, planes, order }: CropLayout,
  out: Float32Array | Uint8Array,
): void {
  const n = pyramid.levelFor(scaleOf(toPicture))
  const { data, width, height } = pyramid.level(n)
  const shrink = 1 / (1 << n)
  const dx = toPicture.a * shrink
  const dy = toPicture.b * shrink
  const plane = planes ? size * size : 1
  const step = planes ? 1 : 3
  const red = order === 'rgb' ? 0 : 2 * plane
  const blue = 2 * plane - red
  const row = width * 3
  const maxX = width - 1
  const maxY = height - 1
  let o = 0
  for (let j = 0; j < size; j++) {
    // Pixel centres lie at half coordinates on both sides.
    let sx = dx * 0.5 - dy * (j + 0.5) + toPicture.tx * shrink - 0.5
    let sy = dy * 0.5 + dx * (j + 0.5) + toPicture.ty * shrink - 0.5
    for (let i = 0; i < size; i++, sx += dx, sy += dy, o += step) {
      if (sx < -0.5 || sy < -0.5 || sx > maxX + 0.5 || sy > maxY + 0.5) {
        out[o] = out[o + plane] = out[o + 2 * plane] = 0
        continue
      }
      const x = sx < 0 ? 0 : Math.min(sx, maxX)
      const y = sy < 0 ? 0 : Math.min(sy, maxY)
      const x0 = x | 0
      const y0 = y | 0
      const p = y0 * row + x0 * 3
      const q = x0 < maxX ? p + 3 : p
      const r = y0 < maxY ? p + row : p
      const s = r + q - p
      const fx = x - x0
      const fy = y - y0
      const w11 = fx * fy
      const w10 = fx - w11
      const w01 = fy - w11
      const w00 = 1 - fx - w01
      out[o + red] =
        (data[p] as number) * w00 +
        (data[q] as number) * w10 +
        (data[r] as number) * w01 +
        (data[s] as number) * w11
      out[o + plane] =
        (data[p + 1] as number) * w00 +
        (data[q + 1] as number) * w10 +
        (data[r + 1] as number) * w01 +
        (data[s + 1] as number) * w11
      out[o + blue] =
        (data[p + 2] as number) * w00 +
        (data[q + 2] as number) * w10 +
        (data[r + 2] as number) * w01 +
        (data[s + 2] as number) * w11
    }
  }
}
