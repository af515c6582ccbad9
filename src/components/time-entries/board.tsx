'use client'

import { useQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { boardRows } from '@/domain/lists'
import { boardStandings } from '@/domain/time-entries'
import { NoneFound } from '../lists/list-body'
import { ListFiles } from '../lists/list-files'
import { ListSearch } from '../lists/list-search'
import { SortSelect } from '../lists/sort-select'
import { useFilters } from '../lists/use-filters'
import { ConnectionNotice, LiveSign } from '../live/connection-state'
import { useTRPC } from '../providers/trpc-provider'
import { Card } from '../ui/card'
import { classNames } from '../ui/class-names'
import { EmptyState } from '../ui/empty-state'
import { useShownPart } from '../ui/shown-part'
import { BoardRow } from './board-row'
import { type Board as BoardData, type Person, standingLook } from './standings'
import { useHoursStream } from './use-work'
import { type Waiting, WaitingCorrections } from './waiting-corrections'

const sorts = ['NAME', 'HOURS'] as const
/** No event tells that somebody has become overdue. */
const OVERDUE_MS = 60_000

interface BoardProps {
  board: BoardData
  corrections: Waiting[]
  /** Whether whoever looks decides about hours. */
  decides: boolean
}

/** Two beside each other where there is room; the last line of each column goes under the edge. */
const columns = classNames(
  'grid overflow-hidden rounded-lg [&>li]:-mb-px [&>li]:border-b',
  'min-[100rem]:grid-cols-2 min-[100rem]:[&>li:nth-child(odd)]:border-e',
)

/** Who is in now, as it happens: counts that filter, and what waits for a decision. */
export function Board({ board: initial, corrections, decides }: BoardProps) {
  const t = useTranslations('time-entries')
  const words = useTranslations('lists')
  const trpc = useTRPC()
  const { id: workplaceId } = initial.workplace
  const query = trpc.timeEntries.board.queryOptions(
    { workplaceId },
    { initialData: initial, refetchInterval: OVERDUE_MS },
  )
  const { data: board, error, dataUpdatedAt: arrivedAt } = useQuery(query)
  const { viewerId, lastEventId: since } = initial
  const connection = useHoursStream({ feed: { kind: 'workplace', workplaceId }, viewerId, since, error })
  const [filters, change] = useFilters('now')
  const { show: shown = null, search, sort } = filters
  const people = boardRows(board.people, filters)
  const { part, more } = useShownPart(people)
  return (
    <>
      <ConnectionNotice connection={connection} error={error}>
        {t('board.signedOut')}
      </ConnectionNotice>
      <div className="mb-4 flex flex-wrap items-center justify-between gap-3">
        <Counts people={board.people} shown={shown} onShow={(show) => change({ show })} />
        <LiveSign connection={connection} />
      </div>
      <div className="mb-4 flex flex-wrap gap-3">
        <ListSearch
          label={words('search.person')}
          searched={search}
          onSearch={(typed) => change({ search: typed })}
        />
        <SortSelect {...{ sort, sorts }} onSort={change} />
        <ListFiles list="now" {...{ workplaceId, filters }} />
      </div>
      <div className="grid items-start gap-6 lg:grid-cols-[1fr_24rem]">
        <Card padded={false}>
          {people.length === 0 && search ? (
            <NoneFound />
          ) : people.length === 0 ? (
            <EmptyState icon={<Users />} title={shown ? t(`board.nobody.${shown}`) : t('board.none')}>
              {shown ? null : t('board.noneText')}
            </EmptyState>
          ) : (
            <ul className={columns}>
              {part.map((person) => (
                <BoardRow
                  key={person.userId}
                  person={person}
                  workplace={board.workplace}
                  now={board.now}
                  arrivedAt={arrivedAt}
                />
              ))}
            </ul>
          )}
          {more}
        </Card>
        <WaitingCorrections initial={corrections} workplace={board.workplace} decides={decides} />
      </div>
    </>
  )
}

interface CountsProps {
  people: readonly Person[]
  shown: Person['standing'] | null
  onShow: (standing: Person['standing'] | null) => void
}

function Counts({ people, shown, onShow }: CountsProps) {
  const t = useTranslations('time-entries')
  return (
    <ul aria-label={t('board.counts')} className="flex flex-wrap gap-2">
      {boardStandings.map((standing) => {
        const { icon: Icon } = standingLook[standing]
        const count = people.filter((person) => person.standing === standing).length
        return (
          <li key={standing}>
            <button
              type="button"
              aria-pressed={shown === standing}
              onClick={() => onShow(shown === standing ? null : standing)}
              className={classNames(
                'inline-flex min-h-11 items-center gap-2 rounded-full border bg-surface px-4 font-semibold text-sm hover:bg-neutral-soft',
                'aria-pressed:border-accent aria-pressed:bg-accent-soft aria-pressed:text-accent-ink',
              )}
            >
              <Icon aria-hidden="true" className="size-4.5" />
              {t(`board.count.${standing}`, { count })}
            </button>
          </li>
        )
      })}
    </ul>
  )
}
