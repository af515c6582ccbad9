import { useTranslations } from 'next-intl'
import { Badge } from '@/components/ui/badge'
import { Card, CardHeader } from '@/components/ui/card'
import { Link } from '@/components/ui/link'
import type { Person } from './person'

/** The classes and workplaces that somebody runs, each with the way to give it to somebody else. */
export function LedPlaces({ leads }: Pick<Person, 'leads'>) {
  const t = useTranslations('people')
  const admin = useTranslations('admin')
  return (
    <Card>
      <CardHeader
        title={t('one.leads')}
        description={leads.length > 0 ? t('one.leadsHint') : t('one.leadsNothing')}
      />
      <ul className="divide-y">
        {leads.map(({ id, kind, name, role, archivedAt }) => (
          <li key={id} className="flex flex-wrap items-center justify-between gap-x-3 gap-y-1 py-3">
            <span className="min-w-0">
              <Link
                prefetch={false}
                href={`/admin/places/${id}`}
                translate="no"
                className="wrap-anywhere rounded-sm font-semibold hover:underline"
              >
                {name}
              </Link>
              <span className="block text-muted text-sm">{admin('places.kindOf', { kind })}</span>
            </span>
            <span className="flex flex-wrap gap-2">
              {archivedAt && <Badge>{admin('places.archived')}</Badge>}
              <Badge>{admin('place.role', { role })}</Badge>
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}
