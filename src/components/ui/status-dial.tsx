import { useFormatter, useTranslations } from 'next-intl'
import { Dial } from './dial'
import { useStatusWords } from './status-words'
import { type Status, statusLook, statusOrder } from './statuses'
import { strongTone } from './tones'

export type StatusCounts = Record<Status, number>

interface StatusDialProps {
  counts: StatusCounts
  size?: number
  className?: string
}

/** How many of all have come: the dial of a session, a class or a student's record. */
export function StatusDial({ counts, size, className }: StatusDialProps) {
  const t = useTranslations('attendance')
  const list = useFormatter()
  const total = statusOrder.reduce((sum, status) => sum + counts[status], 0)
  const here = counts.present + counts.late
  const parts = statusOrder
    .filter((status) => counts[status] > 0)
    .map((status) =>
      t.markup(`counted.${statusLook[status].word}`, { count: counts[status], b: (words) => words }),
    )
  return (
    <Dial
      segments={statusOrder
        .filter((status) => status !== 'waiting')
        .map((status) => ({
          key: status,
          value: counts[status],
          tone: statusLook[status].tone,
        }))}
      total={total}
      size={size}
      value={here}
      caption={t('dial.caption', { total })}
      label={
        total === 0
          ? t('dial.nobody')
          : t('dial.label', { here, total, parts: list.list(parts, { type: 'unit' }) })
      }
      className={className}
    />
  )
}

interface StatusLegendProps {
  counts: StatusCounts
  /** Leaves out statuses nobody has. */
  onlyUsed?: boolean
  className?: string
}

/** The dial's numbers in words, each with its icon. */
export function StatusLegend({ counts, onlyUsed = false, className }: StatusLegendProps) {
  const word = useStatusWords()
  const shown = statusOrder.filter((status) => !onlyUsed || counts[status] > 0)
  return (
    <ul className={className ?? 'grid gap-1.5'}>
      {shown.map((status) => {
        const { tone, icon: Icon } = statusLook[status]
        return (
          <li key={status} className="flex items-center gap-[0.6em] max-sm:gap-[0.4em]">
            <Icon aria-hidden="true" className={`size-[1.25em] shrink-0 ${strongTone[tone]}`} />
            <span className="hyphens-auto min-w-0 text-muted">{word(status)}</span>
            <span className="ms-auto ps-[1em] max-sm:ps-[0.4em] font-bold tabular-nums">
              {counts[status]}
            </span>
          </li>
        )
      })}
    </ul>
  )
}
