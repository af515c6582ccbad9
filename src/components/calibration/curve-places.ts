/** The rarest share that the drawing tells apart: everything below lies on its ground. */
const RAREST = 1e-5

/** The lines of the drawing, each with its words. */
export const shares = [
  { share: 1, label: 'all' },
  { share: 1e-1, label: '1 in 10' },
  { share: 1e-2, label: '1 in 100' },
  { share: 1e-3, label: '1 in 1,000' },
  { share: 1e-4, label: '1 in 10,000' },
  { share: 1e-5, label: 'none' },
]

/** How far down a share lies, 0 to 100: each line is a tenth of the one above. */
export function depth(share: number): number {
  return (100 * Math.log(Math.max(share, RAREST))) / Math.log(RAREST)
}

export const place = (share: number) => `${depth(share)}%`

export function curveGround(share: number) {
  return { x1: 0, x2: 100, y1: depth(share), y2: depth(share) }
}
