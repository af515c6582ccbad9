import { guideOval } from '@/domain/face/observation'

interface OvalOverlayProps {
  /** Size of the preview in pixels. */
  width: number
  height: number
  /** 0 to 1, clockwise from twelve o'clock. */
  progress: number
  good: boolean
}

const TICKS = Array.from({ length: 60 }, (_, i) => i)

/** The oval that a face should fill, with the ticks of a clock around it that light up while the face is good. */
export function OvalOverlay({ width, height, progress, good }: OvalOverlayProps) {
  const { x, y, rx, ry } = guideOval(width, height)
  const stroke = Math.max(3, ry * 0.02)
  const lit = progress * TICKS.length
  return (
    <svg
      aria-hidden="true"
      viewBox={`0 0 ${width} ${height}`}
      className="pointer-events-none absolute inset-0 size-full"
    >
      <path
        fillRule="evenodd"
        className="fill-black/50"
        d={`M0 0H${width}V${height}H0Z M${x - rx} ${y}a${rx} ${ry} 0 1 0 ${2 * rx} 0a${rx} ${ry} 0 1 0 ${-2 * rx} 0Z`}
      />
      <ellipse
        cx={x}
        cy={y}
        rx={rx}
        ry={ry}
        fill="none"
        strokeWidth={stroke}
        className={good ? 'stroke-positive transition-colors' : 'stroke-white/80 transition-colors'}
      />
      <g strokeLinecap="round">
        {TICKS.map((i) => {
          const major = i % 5 === 0
          const angle = (i / TICKS.length) * 2 * Math.PI
          const from = ry * 0.055
          const to = from + ry * (major ? 0.075 : 0.045)
          return (
            <line
              key={i}
              x1={x + (rx + from) * Math.sin(angle)}
              y1={y - (ry + from) * Math.cos(angle)}
              x2={x + (rx + to) * Math.sin(angle)}
              y2={y - (ry + to) * Math.cos(angle)}
              strokeWidth={major ? stroke : stroke * 0.7}
              className={
                i < lit
                  ? 'stroke-positive transition-colors'
                  : 'stroke-white/45 transition-colors duration-300'
              }
            />
          )
        })}
      </g>
    </svg>
  )
}
