'use client'

import { FileSpreadsheet } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { buttonStyles } from '@/components/ui/button-styles'
import type { ListFilters, ListName } from '@/domain/lists'

interface ListFilesProps<List extends ListName> {
  list: List
  workplaceId: string
  filters: ListFilters<List>
  /** Any day of the pay period or week, where the list is of one. */
  day?: string
}

/** What is shown of a list, as a file: all its pages, by the same filters. */
export function ListFiles<List extends ListName>({ list, workplaceId, filters, day }: ListFilesProps<List>) {
  const t = useTranslations('lists')
  const href = (as: 'csv' | 'xlsx') => {
    const asked = Object.entries({ workplaceId, as, ...(day && { day }), ...filters })
    const query = new URLSearchParams(asked.flatMap(([key, value]) => (value ? [[key, String(value)]] : [])))
    return `/api/lists/${list}?${query}`
  }
  return (
    <fieldset aria-label={t('files.label')} className="flex flex-wrap gap-2">
      {(['csv', 'xlsx'] as const).map((as) => (
        <a
          key={as}
          href={href(as)}
          download
          aria-label={t(`files.${as}Of`)}
          className={buttonStyles('secondary', 'md')}
        >
          <FileSpreadsheet aria-hidden="true" />
          {t(`files.${as}`)}
        </a>
      ))}
    </fieldset>
  )
}
