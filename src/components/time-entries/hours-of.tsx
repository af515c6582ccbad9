import { BriefcaseBusiness } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { Card } from '../ui/card'
import { EmptyState } from '../ui/empty-state'
import { LinkButton } from '../ui/link-button'

interface HoursOfProps {
  workplaces: readonly { id: string; name: string }[]
  chosen: string | undefined
}

/** Of which workplace the hours are shown, where there are several. */
export function HoursOf({ workplaces, chosen }: HoursOfProps) {
  const t = useTranslations('time-entries')
  if (workplaces.length === 0)
    return (
      <Card padded={false}>
        <EmptyState icon={<BriefcaseBusiness />} title={t('nowhere.title')}>
          {t('nowhere.text')}
        </EmptyState>
      </Card>
    )
  if (workplaces.length === 1) return null
  return (
    <nav aria-label={t('today.workplaces')} className="mb-4 flex flex-wrap gap-2">
      {workplaces.map(({ id, name }) => (
        <LinkButton
          key={id}
          size="sm"
          variant={id === chosen ? 'primary' : 'secondary'}
          href={`/work/hours?workplace=${id}`}
          aria-current={id === chosen ? 'page' : undefined}
        >
          {name}
        </LinkButton>
      ))}
    </nav>
  )
}
