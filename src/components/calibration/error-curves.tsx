import { shareText } from '@/domain/face/calibration-words'
import { Curve } from './curve'
import { curveGround, place, shares } from './curve-places'
import type { Measure } from './measure'

/** Both kinds of mistakes over how strict one is, by corrected scores: strangers let in, and right people refused. */
export function ErrorCurves({ curve, marks, clockIn }: Pick<Measure, 'curve' | 'marks' | 'clockIn'>) {
  const summary = `Two curves. At the limit for clocking in, of the pairs of strangers ${shareText(clockIn.strangers.rate)} would be let in, and of the right people’s photos ${shareText(clockIn.rightPeople.rate)} would be refused.`
  const own = (pick: 'strangers' | 'rightPeople') =>
    curve.map((point) => ({ strictness: point.strictness, ...point[pick] }))
  return (
    <figure>
      <figcaption className="mb-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Key className="bg-negative">Strangers let in</Key>
        <Key className="border-accent border-t-3 border-dashed">Right people asked again</Key>
      </figcaption>
      <div className="grid grid-cols-[auto_1fr] gap-x-2">
        <div aria-hidden="true" className="relative w-17 text-end text-muted text-xs tabular-nums">
          {shares.map(({ share, label }) => (
            <span key={label} className="absolute end-0 -translate-y-1/2" style={{ top: place(share) }}>
              {label}
            </span>
          ))}
        </div>
        <div className="relative h-64 sm:h-80">
          <svg
            role="img"
            aria-label={summary}
            viewBox="0 0 100 100"
            preserveAspectRatio="none"
            className="size-full overflow-visible"
          >
            {shares.map(({ share, label }) => (
              <line
                key={label}
                {...curveGround(share)}
                className="stroke-line"
                vectorEffect="non-scaling-stroke"
              />
            ))}
            <Curve points={own('strangers')} band="fill-negative/15" line="stroke-negative" />
            <Curve points={own('rightPeople')} band="fill-accent/15" line="stroke-accent" dashed />
            {[marks.clockIn, marks.rollCall].map((at, i) => (
              <line
                key={i === 0 ? 'clock-in' : 'roll call'}
                x1={at * 100}
                x2={at * 100}
                y1={0}
                y2={100}
                strokeWidth={2}
                className="stroke-ink"
                strokeDasharray={i === 0 ? undefined : '3 4'}
                vectorEffect="non-scaling-stroke"
              />
            ))}
          </svg>
          <Mark at={marks.clockIn} top="-0.1rem">
            Clocking in
          </Mark>
          <Mark at={marks.rollCall} top="1.5rem">
            Group photo
          </Mark>
        </div>
        <div />
        <div aria-hidden="true" className="flex justify-between pt-2 text-muted text-xs">
          <span>lenient</span>
          <span>strict</span>
        </div>
      </div>
    </figure>
  )
}

function Key({ className, children }: { className: string; children: string }) {
  return (
    <span className="flex items-center gap-2">
      <span aria-hidden="true" className={`h-0.75 w-6 ${className}`} />
      {children}
    </span>
  )
}

/** The label keeps to the side where there is room. */
function Mark({ at, top, children }: { at: number; top: string; children: string }) {
  const left = at > 0.5
  return (
    <span
      aria-hidden="true"
      className={`absolute whitespace-nowrap rounded-sm bg-surface/90 px-1.5 font-semibold text-xs ${left ? '-translate-x-full -ml-1' : 'ml-1'}`}
      style={{ left: `${at * 100}%`, top }}
    >
      {children}
    </span>
  )
}
