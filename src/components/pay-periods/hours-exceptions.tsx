'use client'

import { useTranslations } from 'next-intl'
import { Card, CardHeader } from '@/components/ui/card'
import { useShownPart } from '@/components/ui/shown-part'
import { TextLink } from '@/components/ui/text-link'
import { aboutHours } from '@/domain/exceptions'
import { Exceptions, type ShownException } from './exceptions'

interface Group {
  key: string
  name: string
  href: string
  exceptions: readonly ShownException[]
}

/** What is out of the ordinary in the running period, by person or by workplace; nothing where all is well. */
export function HoursExceptions({ groups }: { groups: readonly Group[] }) {
  const t = useTranslations('pay-periods')
  const shown = groups
    .map((group) => ({ ...group, exceptions: aboutHours(group.exceptions) }))
    .filter(({ exceptions }) => exceptions.length > 0)
  const { part, more } = useShownPart(shown)
  if (shown.length === 0) return null
  return (
    <Card padded={false}>
      <CardHeader
        className="px-4 pt-4 sm:px-6 sm:pt-6"
        title={t('unusual.title')}
        description={t('unusual.hint')}
      />
      <ul className="divide-y border-t">
        {part.map(({ key, name, href, exceptions }) => (
          <li key={key} className="grid gap-1 px-4 py-3 sm:px-6">
            <TextLink prefetch={false} translate="no" href={href} className="wrap-anywhere">
              {name}
            </TextLink>
            <Exceptions exceptions={exceptions} />
          </li>
        ))}
      </ul>
      {more}
    </Card>
  )
}
