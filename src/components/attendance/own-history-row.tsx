'use client'

import { ChevronRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { whenOpened } from '@/components/ui/later'
import { StatusBadge } from '@/components/ui/status-badge'
import { Time } from '@/components/ui/time'
import type { OwnRecordRow } from './own-record-sheet'
import { statusOf } from './standing-look'

const OwnRecordSheet = whenOpened(() =>
  import('./own-record-sheet').then(({ OwnRecordSheet }) => OwnRecordSheet),
)

/** One session, as a button that opens what happened in it. */
export function OwnHistoryRow({ record }: { record: OwnRecordRow }) {
  const t = useTranslations('attendance')
  const [open, setOpen] = useState(false)
  const { session, status, clockedInAt, clockedOutAt } = record
  const { schoolClass, plannedStart, openedAt, title } = session
  const began = plannedStart ?? openedAt
  const { timeZone } = schoolClass
  const at = (when: Date) => () => <Time at={when} timeZone={timeZone} />
  return (
    <li>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="flex w-full items-center gap-3 px-4 py-3 text-start transition-colors hover:bg-sunken/60 focus-visible:-outline-offset-2 sm:px-6"
      >
        <span className="min-w-0 flex-1">
          <span className="block font-semibold">
            {began && <Time at={began} timeZone={timeZone} format="date" />}
          </span>
          <span className="block wrap-anywhere text-muted text-sm">
            {schoolClass.name}
            {title && ` · ${title}`}
          </span>
          {clockedInAt && (
            <span className="block text-muted text-sm">
              {clockedOutAt
                ? t.rich('own.inOut', { in: at(clockedInAt), out: at(clockedOutAt) })
                : t.rich('own.in', { in: at(clockedInAt) })}
            </span>
          )}
        </span>
        <StatusBadge status={statusOf[status]} />
        <ChevronRight aria-hidden="true" className="size-5 shrink-0 text-muted rtl:-scale-x-100" />
      </button>
      <OwnRecordSheet record={record} open={open} onOpenChange={setOpen} />
    </li>
  )
}
