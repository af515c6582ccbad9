import { useTranslations } from 'next-intl'
import { shareWords } from '@/domain/face/calibration-words'
import { Curve } from './curve'
import { curveGround, lines, place } from './curve-places'
import type { Measure } from './measure'

/** Both kinds of mistakes over how strict one is, by corrected scores: strangers let in, and right people refused. */
export function ErrorCurves({ curve, marks, clockIn }: Pick<Measure, 'curve' | 'marks' | 'clockIn'>) {
  const t = useTranslations('calibration')
  const shareText = useShareText()
  const summary = t('curves.summary', {
    strangers: shareText(clockIn.strangers.rate),
    rightPeople: shareText(clockIn.rightPeople.rate),
  })
  const own = (pick: 'strangers' | 'rightPeople') =>
    curve.map((point) => ({ strictness: point.strictness, ...point[pick] }))
  return (
    <figure>
      <figcaption className="mb-3 flex flex-wrap gap-x-6 gap-y-1 text-sm">
        <Key className="bg-negative">{t('curves.strangers')}</Key>
        <Key className="border-accent border-t-3 border-dashed">{t('curves.rightPeople')}</Key>
      </figcaption>
      {/* From lenient on the left to strict on the right, however the language is written. */}
      <div dir="ltr" className="grid grid-cols-[auto_1fr] gap-x-2">
        <div
          aria-hidden="true"
          className="relative w-22 text-end text-muted text-xs leading-none tabular-nums"
        >
          {lines.map(({ key, count }) => (
            <span key={count} className="absolute end-0 -translate-y-1/2" style={{ top: place(1 / count) }}>
              {t(`curves.${key}`, { count })}
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
            {lines.map(({ count }) => (
              <line
                key={count}
                {...curveGround(1 / count)}
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
            {t('curves.clockIn')}
          </Mark>
          <Mark at={marks.rollCall} top="1.5rem">
            {t('curves.rollCall')}
          </Mark>
        </div>
        <div />
        <div aria-hidden="true" className="flex justify-between pt-2 text-muted text-xs">
          <span>{t('curves.lenient')}</span>
          <span>{t('curves.strict')}</span>
        </div>
      </div>
    </figure>
  )
}

/** A share as one says it: "about 1 in 200". */
function useShareText() {
  const t = useTranslations('calibration')
  return (share: number): string => {
    const words = shareWords(share)
    if (words.kind === 'none') return t('share.none')
    return words.kind === 'percent'
      ? t('share.percent', { percent: words.percent })
      : t(`share.${words.kind}`, { count: words.count })
  }
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
