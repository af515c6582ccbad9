import { depth } from './curve-places'

interface CurveProps {
  points: Array<{ strictness: number; rate: number; low: number; high: number }>
  band: string
  line: string
  dashed?: boolean
}

const at = (strictness: number, share: number) =>
  `${(strictness * 100).toFixed(2)},${depth(share).toFixed(2)}`

/** A rate over how strict one is, with the band in which the truth may lie. */
export function Curve({ points, band, line, dashed = false }: CurveProps) {
  const above = points.map(({ strictness, high }) => at(strictness, high))
  const below = points.toReversed().map(({ strictness, low }) => at(strictness, low))
  return (
    <>
      <polygon points={[...above, ...below].join(' ')} className={band} />
      <polyline
        points={points.map(({ strictness, rate }) => at(strictness, rate)).join(' ')}
        fill="none"
        strokeWidth={3}
        strokeDasharray={dashed ? '7 5' : undefined}
        strokeLinejoin="round"
        vectorEffect="non-scaling-stroke"
        className={line}
      />
    </>
  )
}
