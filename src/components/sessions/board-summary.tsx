import type { ReactNode } from 'react'
import { dialCounts } from '@/components/attendance/standing-look'
import { Card } from '@/components/ui/card'
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

/** How many of all are here, as dial and in numbers. */
export function BoardSummary({ session, students, over = false, children }: BoardSummaryProps) {
  const counts = dialCounts(countStandings(students, session))
  return (
    <Card className="flex flex-wrap items-center justify-center gap-x-5 gap-y-4 sm:gap-x-10 sm:gap-y-5 lg:sticky lg:top-20 lg:flex-col lg:items-stretch">
      <StatusDial counts={counts} size={220} className="max-sm:size-30 lg:self-center" />
      <StatusLegend
        counts={counts}
        onlyUsed={over}
        className="grid flex-1 gap-1.5 max-sm:text-sm sm:max-w-60 lg:max-w-none"
      />
      <div className="grid w-full gap-1 border-t pt-4 text-sm">{children}</div>
    </Card>
  )
}
