'use client'

import { ChevronDown } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { dialCounts } from '@/components/attendance/standing-look'
import { Card } from '@/components/ui/card'
import { classNames } from '@/components/ui/class-names'
import { IconButton } from '@/components/ui/icon-button'
import { StatusDial, StatusLegend } from '@/components/ui/status-dial'
import { countStandings, type Going } from '@/domain/board'
import type { BoardStudent } from './use-board'

interface BoardSummaryProps {
  session: Going
  students: readonly BoardStudent[]
  /** Whether nobody can arrive any more, so that only statuses somebody has are listed. */
  over?: boolean
  /** Under the numbers: times and rules in words. */
  children: ReactNode
}

/** How many of all are here, as dial and in numbers. On a phone it is small, so that the students are in sight under it. */
export function BoardSummary({ session, students, over = false, children }: BoardSummaryProps) {
  const counts = dialCounts(countStandings(students, session))
  return (
    <Card className="flex flex-wrap items-center justify-center gap-x-4 gap-y-2 max-sm:px-3 max-sm:pt-3 max-sm:pb-0 sm:gap-x-10 sm:gap-y-5 lg:sticky lg:top-20 lg:flex-col lg:items-stretch">
      <StatusDial counts={counts} size={220} className="max-sm:size-18 lg:self-center print:size-24" />
      <StatusLegend
        counts={counts}
        onlyUsed={over}
        className="grid min-w-0 flex-1 gap-x-4 gap-y-0.5 max-sm:grid-cols-2 max-sm:gap-x-3 max-sm:text-xs sm:max-w-60 sm:gap-y-1.5 lg:max-w-none"
      />
      <Words>{children}</Words>
    </Card>
  )
}

/** Times and rules: on a phone their first line, and the others behind a button. */
function Words({ children }: { children: ReactNode }) {
  const t = useTranslations('sessions')
  const [all, setAll] = useState(false)
  return (
    <div className="flex w-full items-start gap-2 border-t text-sm sm:pt-4">
      <div
        className={classNames(
          'grid min-w-0 flex-1 gap-1 max-sm:min-h-11 max-sm:content-center',
          !all && 'max-sm:[&>:not(:first-child)]:hidden',
        )}
      >
        {children}
      </div>
      <IconButton
        label={t('board.rules')}
        aria-expanded={all}
        icon={<ChevronDown aria-hidden="true" className={all ? 'rotate-180' : ''} />}
        tooltip={false}
        onClick={() => setAll(!all)}
        className="sm:hidden"
      />
    </div>
  )
}
