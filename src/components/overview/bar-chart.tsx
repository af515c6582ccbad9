import { classNames } from '@/components/ui/class-names'

const looks = {
  accent: { bar: 'fill-accent', key: 'bg-accent' },
  caution: { bar: 'fill-caution', key: 'bg-caution' },
  positive: { bar: 'fill-positive', key: 'bg-positive' },
  special: { bar: 'fill-special', key: 'bg-special' },
  ink: { bar: 'fill-ink', key: 'bg-ink' },
  neutral: { bar: 'fill-neutral', key: 'bg-neutral' },
  negative: { bar: 'fill-negative', key: 'bg-negative' },
} as const

export type BarTone = keyof typeof looks

/** One after the other from the bottom of a bar; the names beside the chart stand in the same order. */
const anyParts: readonly BarTone[] = [
  ...(['accent', 'caution', 'positive', 'special', 'ink', 'neutral', 'negative'] as const),
]

const lookOf = (tones: readonly BarTone[], part: number) => looks[tones[part % tones.length] ?? 'accent']

/** So many of the names under a chart have room on a phone. */
const MOST_NAMES = 6

export interface Bar {
  key: string
  /** As it stands under the chart. */
  name: string
  /** Said of it where somebody points at it. */
  title: string
  /** One value for each of the parts; what is below zero has no height. */
  values: readonly number[]
}

interface BarChartProps {
  /** What the chart shows, to whoever cannot see it; the figures are in the table. */
  label: string
  parts: readonly string[]
  /** In the order of the parts, where they have colours of their own. */
  tones?: readonly BarTone[] | undefined
  bars: readonly Bar[]
  top: number
  text: (value: number) => string
}

/** Bars over time, from left to right however the language is written. */
export function BarChart({ label, parts, tones = anyParts, bars, top, text }: BarChartProps) {
  return (
    <figure>
      {parts.length > 1 && (
        <figcaption className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {parts.map((part, at) => (
            <span key={part} className="wrap-anywhere flex items-center gap-2">
              <span
                aria-hidden="true"
                className={classNames('size-3 shrink-0 rounded-sm', lookOf(tones, at).key)}
              />
              {part}
            </span>
          ))}
        </figcaption>
      )}
      <div dir="ltr" className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 pt-2">
        <div
          aria-hidden="true"
          className="-my-2 flex flex-col justify-between text-end text-muted text-xs leading-4 tabular-nums"
        >
          {[top, top / 2, 0].map((value) => (
            <span key={value} className="whitespace-nowrap">
              {text(value)}
            </span>
          ))}
        </div>
        <Bars {...{ label, bars, top, tones }} />
        <div />
        <Names bars={bars} />
      </div>
    </figure>
  )
}

function Bars({
  label,
  bars,
  top,
  tones,
}: Pick<BarChartProps, 'label' | 'bars' | 'top'> & { tones: readonly BarTone[] }) {
  const width = 100 / Math.max(1, bars.length)
  return (
    <svg
      role="img"
      aria-label={label}
      viewBox="0 0 100 100"
      preserveAspectRatio="none"
      className="h-44 w-full overflow-visible sm:h-52"
    >
      {[0, 50, 100].map((y) => (
        <line
          key={y}
          {...{ x1: 0, x2: 100, y1: y, y2: y }}
          className="stroke-line"
          vectorEffect="non-scaling-stroke"
        />
      ))}
      {bars.map(({ key, title, values }, at) => (
        <g key={key}>
          <title>{title}</title>
          <rect x={at * width} y={0} width={width} height={100} className="fill-transparent" />
          {stacked(values, top).map(({ part, y, height }) => (
            <rect
              key={part}
              {...{ x: (at + 0.15) * width, y, width: width * 0.7, height }}
              className={classNames('stroke-surface', lookOf(tones, part).bar)}
              vectorEffect="non-scaling-stroke"
            />
          ))}
        </g>
      ))}
    </svg>
  )
}

/** The parts of a bar that are more than nothing, from the bottom up. */
function stacked(values: readonly number[], top: number) {
  let y = 100
  return values.flatMap((value, part) => {
    const height = (Math.max(0, value) / top) * 100
    y -= height
    return height > 0 ? [{ part, y, height }] : []
  })
}

function Names({ bars }: Pick<BarChartProps, 'bars'>) {
  const every = Math.ceil(bars.length / MOST_NAMES)
  const shown = bars.map(({ key, name }, at) => ({ key, name, at })).filter(({ at }) => at % every === 0)
  return (
    <div aria-hidden="true" className="relative mt-2 h-4 text-muted text-xs leading-4">
      {shown.map(({ key, name, at }) => (
        <span
          key={key}
          className="absolute -translate-x-1/2 whitespace-nowrap"
          style={{ left: `${((at + 0.5) / bars.length) * 100}%` }}
        >
          {name}
        </span>
      ))}
    </div>
  )
}
