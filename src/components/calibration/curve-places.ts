/** The rarest share that the drawing tells apart: everything below lies on its ground. */
const RAREST = 1e-5

/** The lines of the drawing: one in so many. */
export const lines = [
  { key: 'all', count: 1 },
  { key: 'oneIn', count: 10 },
  { key: 'oneIn', count: 100 },
  { key: 'oneIn', count: 1_000 },
  { key: 'oneIn', count: 10_000 },
  { key: 'none', count: 100_000 },
] as const

/** How far down a share lies, 0 to 100: each line is a tenth of the one above. */
export function depth(share: number): number {
  return (100 * Math.log(Math.max(share, RAREST))) / Math.log(RAREST)
}

export const place = (share: number) => `${depth(share)}%`

export function curveGround(share: number) {
  return { x1: 0, x2: 100, y1: depth(share), y2: depth(share) }
}
