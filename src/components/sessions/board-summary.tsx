import type { ReactNode } from 'react'
import { dialCounts } from '@/components/attendance/standing-look'
import { Card } from '@/components/ui/card'
import { StatusDial, StatusLegend } from '@/components/ui/status-dial'
import { countStandings } from '@/domain/board'
import type { BoardStudent } from './use-board'

interface BoardSummaryProps {
  students: readonly BoardStudent[]
  /** Under the numbers: times and rules in words. */
  children: ReactNode
}

/** How many of all are here, as dial and in numbers. */
export function BoardSummary({ students, children }: BoardSummaryProps) {
  const counts = dialCounts(countStandings(students))
  return (
    <Card className="flex flex-wrap items-center justify-center gap-x-8 gap-y-5 lg:sticky lg:top-20 lg:flex-col lg:items-stretch">
      <StatusDial counts={counts} size={220} className="max-w-full lg:self-center" />
      <StatusLegend counts={counts} className="grid min-w-48 gap-1.5" />
      <div className="grid w-full gap-1 border-t pt-4 text-sm">{children}</div>
    </Card>
  )
}
