import type { ReactNode } from 'react'
import { inkTone, type Tone } from './tones'

interface StatProps {
  label: string
  value: ReactNode
  /** A few words under the figure: "of 24 sessions". */
  hint?: ReactNode
  tone?: Tone
  icon?: ReactNode
  /** A day or a few words, which stand back behind figures. */
  words?: boolean
}

/** One figure with its name. Put several into a `<dl className="grid grid-cols-2 gap-4">`. */
export function Stat({ label, value, hint, tone, icon, words = false }: StatProps) {
  return (
    <div className="min-w-0">
      <dt className="flex items-center gap-1.5 text-muted text-sm">
        {icon && (
          <span aria-hidden="true" className={`${tone ? inkTone[tone] : ''} [&_svg]:size-4.5`}>
            {icon}
          </span>
        )}
        {label}
      </dt>
      <dd>
        <span
          className={`tabular-nums ${words ? 'wrap-anywhere font-semibold text-lg' : 'font-bold text-2xl'} ${tone ? inkTone[tone] : ''}`}
        >
          {value}
        </span>
        {hint && <span className="block text-muted text-sm">{hint}</span>}
      </dd>
    </div>
  )
}
