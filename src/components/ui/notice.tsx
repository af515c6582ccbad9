import { Info } from 'lucide-react'
import type { ReactNode } from 'react'
import { classNames } from './class-names'
import { softTone, type Tone } from './tones'

interface NoticeProps {
  tone?: Tone
  title?: ReactNode
  icon?: ReactNode
  /** A button or link that does what the notice asks for. */
  action?: ReactNode
  className?: string
  children?: ReactNode
}

/** A sentence that belongs to the page, not to a moment: something to know before going on. */
export function Notice({
  tone = 'accent',
  title,
  icon = <Info />,
  action,
  className,
  children,
}: NoticeProps) {
  return (
    <div
      className={classNames(
        'flex flex-wrap items-center gap-x-4 gap-y-3 rounded-md px-4 py-3 text-sm',
        softTone[tone],
        className,
      )}
    >
      <div className="flex min-w-0 flex-1 basis-60 items-start gap-3">
        <span aria-hidden="true" className="mt-0.25 [&_svg]:size-5">
          {icon}
        </span>
        <div className="min-w-0">
          {title && <p className="font-semibold">{title}</p>}
          {children}
        </div>
      </div>
      {action}
    </div>
  )
}
