import { CalendarClock, GraduationCap } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import type { ApiOutput } from '@/components/providers/api-output'
import { Card } from '@/components/ui/card'
import { EmptyState } from '@/components/ui/empty-state'
import { LinkButton } from '@/components/ui/link-button'
import { joinCodeLength } from '@/domain/classes'

const NAMED = 3

/** Calm, because most of the day it is so. */
export function NothingOpen({ classes }: { classes: ApiOutput['places']['joined'] }) {
  const t = useTranslations('study')
  const names = useNames(classes.map(({ name }) => name))
  if (classes.length === 0) {
    return (
      <Card padded={false}>
        <EmptyState
          icon={<GraduationCap />}
          title={t('nothing.noClass.title')}
          action={<LinkButton href="/study/classes">{t('nothing.noClass.act')}</LinkButton>}
        >
          {t('nothing.noClass.text', { length: joinCodeLength })}
        </EmptyState>
      </Card>
    )
  }
  return (
    <Card padded={false}>
      <EmptyState icon={<CalendarClock />} title={t('nothing.open.title')}>
        {t('nothing.open.text', { names })}
      </EmptyState>
    </Card>
  )
}

/** "Physics, Art or 2 more classes". */
function useNames(names: string[]): string {
  const t = useTranslations('study')
  const format = useFormatter()
  const shown = names.slice(0, NAMED)
  const more = names.length - shown.length
  const all = more > 0 ? [...shown, t('nothing.open.more', { count: more })] : shown
  return format.list(all, { type: 'disjunction' })
}
