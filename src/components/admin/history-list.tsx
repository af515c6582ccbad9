'use client'

import { useInfiniteQuery } from '@tanstack/react-query'
import { History } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { ListBody } from '@/components/lists/list-body'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { EmptyState } from '@/components/ui/empty-state'
import { useTimeText } from '@/components/ui/time'
import type { Role } from '@/domain/roles'

interface HistoryListProps {
  /** Of one person or one place; left out, of everything. */
  userId?: string
  placeId?: string
}

/** What was done, by whom and why, the newest first. */
export function HistoryList(of: HistoryListProps) {
  const t = useTranslations('admin')
  const trpc = useTRPC()
  const history = useInfiniteQuery(
    trpc.admin.history.infiniteQueryOptions(of, { getNextPageParam: ({ nextCursor }) => nextCursor }),
  )
  const items = history.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <ListBody
      query={history}
      count={items.length}
      narrowed={false}
      empty={<EmptyState icon={<History />} title={t('history.none')} />}
    >
      <ul aria-label={t('history.list')} className="divide-y px-4 sm:px-6">
        {items.map((item) => (
          <HistoryItem key={item.id} item={item} />
        ))}
      </ul>
    </ListBody>
  )
}

type Item = ApiOutput['admin']['history']['items'][number]

function HistoryItem({ item }: { item: Item }) {
  const t = useTranslations('admin')
  const timeText = useTimeText()
  const at = timeText(item.at, undefined, 'dateTime')
  return (
    <li className="py-3">
      <p className="wrap-anywhere">{useDeedText()(item)}</p>
      {item.reason && (
        <p className="wrap-anywhere text-muted">{t('history.reason', { reason: item.reason })}</p>
      )}
      <p className="wrap-anywhere text-muted text-sm">
        {item.by ? t('history.by', { at, by: item.by.name }) : t('history.byItself', { at })}
      </p>
    </li>
  )
}

function useDeedText() {
  const t = useTranslations('admin')
  const people = useTranslations('people')
  const format = useFormatter()
  const list = (roles: readonly Role[]) =>
    roles.length === 0 ? 'none' : format.list(roles.map((role) => people('role.name', { role })))
  return ({ deed, added, removed, person, place }: Item) => {
    const names = {
      person: person?.name ?? t('history.gone'),
      place: place?.name ?? t('history.somewhere'),
    }
    if (deed !== 'ROLES') return t(`history.deed.${deed}`, names)
    const both = added.length > 0 && removed.length > 0 ? 'yes' : 'no'
    return t('history.roles', { person: names.person, both, added: list(added), removed: list(removed) })
  }
}
