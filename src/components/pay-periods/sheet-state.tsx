import { BadgeCheck, Banknote, Clock, PenLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import type { Tone } from '@/components/ui/tones'
import type { TimesheetState } from '@/domain/timesheets'

const looks = {
  OPEN: { tone: 'neutral', icon: Clock },
  SIGNED: { tone: 'accent', icon: PenLine },
  APPROVED: { tone: 'special', icon: BadgeCheck },
  PAID: { tone: 'positive', icon: Banknote },
} as const satisfies Record<TimesheetState, { tone: Tone; icon: typeof Clock }>

/** Where somebody's hours of a period stand. */
export function SheetState({ state }: { state: TimesheetState }) {
  const t = useTranslations('pay-periods')
  const { tone, icon: Icon } = looks[state]
  return (
    <Badge tone={tone} icon={<Icon aria-hidden="true" />}>
      {t(`state.${state}`)}
    </Badge>
  )
}
