import { type Arc, layOutArcs, type Tick } from '@/domain/dial'
import { classNames } from './class-names'
import { Ticks } from './ticks'
import { strongTone, type Tone } from './tones'

export interface DialSegment {
  key: string
  label?: string
  value: number
  tone: Tone
}

interface DialProps {
  /** Clockwise from twelve o'clock. */
  segments: readonly DialSegment[]
  /** The whole turn; the segments' sum when left out. What they do not fill stays empty. */
  total?: number
  /** Everything the dial shows, in words. Empty when the numbers stand beside it. */
  label: string
  /** Width in pixels. Under 64 it is a ring; under 140 it has twelve ticks; above, sixty. */
  size?: number
  /** The big figure in the middle, and the line under it. Shown from 64 pixels on. */
  value?: string | number
  /** A small word after it, such as PM. */
  unit?: string
  caption?: string
  className?: string
}

/** The clock face that shows every share in the product. */
export function Dial(props: DialProps) {
  const { segments, total = 0, label, size = 160, value, unit, caption, className } = props
  const arcs = layOutArcs(
    segments.map((segment) => segment.value),
    total,
  )
  const filled = arcs.reduce((sum, arc) => sum + arc.length, 0)
  const small = size < 64
  const ring = small ? { radius: 82, width: 32 } : { radius: 74, width: 19 }
  const gap = segments.filter((segment) => segment.value > 0).length > 1 ? (small ? 0 : 0.008) : 0

  return (
    <svg
      viewBox="0 0 200 200"
      width={size}
      height={size}
      role={label ? 'img' : undefined}
      aria-label={label || undefined}
      aria-hidden={label ? undefined : true}
      className={classNames('inline-block h-auto max-w-full shrink-0 align-middle text-ink', className)}
    >
      {!small && <Ticks count={size < 140 ? 12 : 60} look={tickLook(filled)} />}
      <g fill="none" transform="rotate(-90 100 100)" strokeWidth={ring.width}>
        <circle cx="100" cy="100" r={ring.radius} className="stroke-neutral-soft" />
        {segments.map((segment, index) => (
          <circle
            key={segment.key}
            cx="100"
            cy="100"
            r={ring.radius}
            pathLength={1}
            stroke="currentColor"
            className={classNames(
              'transition-[stroke-dasharray,stroke-dashoffset,opacity] duration-700 ease-out',
              strongTone[segment.tone],
            )}
            style={dashes(arcs[index], gap)}
          />
        ))}
      </g>
      {!small && value !== undefined && <Middle value={String(value)} unit={unit} caption={caption} />}
    </svg>
  )
}

function dashes(arc: Arc | undefined, gap: number) {
  const { start, length } = arc ?? { start: 0, length: 0 }
  return {
    strokeDasharray: `${Math.max(length - gap, Math.min(length, 0.004)).toFixed(4)} 2`,
    strokeDashoffset: (-start - gap / 2).toFixed(4),
    opacity: length > 0 ? 1 : 0,
  }
}

const tickLook = (filled: number) => (tick: Tick) => ({
  strokeWidth: tick.major ? 3 : 1.6,
  className: classNames(
    'transition-[stroke] duration-500',
    filled > 0 && tick.at <= filled + 1e-9 ? 'stroke-ink' : 'stroke-line-strong/55',
  ),
})

interface MiddleProps {
  value: string
  unit: string | undefined
  caption: string | undefined
}

/** What is left between the two sides of the ring, and how wide a bold character is for its height. */
const ROOM = 120
const WIDE = 0.57
/** The same where the caption stands, which is not bold. */
const CAPTION_ROOM = 106
const CAPTION_WIDE = 0.52
/** How large the unit is beside the value. */
const UNIT = 0.5

/** As large as it is read best, smaller where it would stand on the ring. */
const captionSize = (caption: string) => Math.min(17, CAPTION_ROOM / (caption.length * CAPTION_WIDE))

function Middle({ value, unit, caption }: MiddleProps) {
  const usual = value.length > 4 ? 34 : value.length > 3 ? 42 : 54
  const characters = value.length + (unit ? (unit.length + 1) * UNIT : 0)
  const figure = Math.min(usual, ROOM / (characters * WIDE))
  return (
    <g textAnchor="middle">
      <text x="100" y={caption ? 108 : 118} fontSize={figure} fontWeight={700} fill="currentColor">
        {value}
        {unit && (
          <tspan dx={figure / 8} fontSize={figure * UNIT}>
            {unit}
          </tspan>
        )}
      </text>
      {caption && (
        <text x="100" y="132" fontSize={captionSize(caption)} className="fill-muted">
          {caption}
        </text>
      )}
    </g>
  )
}
