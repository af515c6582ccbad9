'use client'

import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { Users } from 'lucide-react'
import { useFormatter, useTranslations } from 'next-intl'
import { ListBody } from '@/components/lists/list-body'
import { ListSearch } from '@/components/lists/list-search'
import { ListSelect } from '@/components/lists/list-select'
import { useAddress } from '@/components/lists/use-filters'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { EmailAddress } from '@/components/ui/email-address'
import { EmptyState } from '@/components/ui/empty-state'
import { Link } from '@/components/ui/link'
import { Table, Td, Th, Tr } from '@/components/ui/table'
import { useTimeText } from '@/components/ui/time'
import { peopleFields, peopleStates } from '@/domain/people'
import { roles } from '@/domain/roles'

/** Everybody who has an account, to be found by name, email, role and state. */
export function PeopleList() {
  const t = useTranslations('people')
  const trpc = useTRPC()
  const [filters, change] = useAddress(peopleFields)
  const { search, role, state } = filters
  const query = useInfiniteQuery(
    trpc.people.list.infiniteQueryOptions(filters, {
      getNextPageParam: ({ nextCursor }) => nextCursor,
      placeholderData: keepPreviousData,
    }),
  )
  const people = query.data?.pages.flatMap(({ items }) => items) ?? []
  return (
    <>
      <div className="mb-4 flex flex-wrap gap-3">
        <ListSearch label={t('search')} searched={search} onSearch={(typed) => change({ search: typed })} />
        <ListSelect
          label={t('role.label')}
          value={role ?? ''}
          options={[
            ['', t('role.any')],
            ...roles.map((one) => [one, t('role.name', { role: one })] as const),
          ]}
          onChange={(chosen) => change({ role: chosen })}
        />
        <ListSelect
          label={t('state.label')}
          value={state}
          options={peopleStates.map((one) => [one, t(`state.${one}`)] as const)}
          onChange={(chosen) => change({ state: chosen === 'ALL' ? null : chosen })}
        />
      </div>
      <ListBody
        query={query}
        count={people.length}
        narrowed={Boolean(search || role) || state !== 'ALL'}
        empty={
          <EmptyState icon={<Users />} title={t('none')}>
            {t('noneHint')}
          </EmptyState>
        }
      >
        <PeopleTable people={people} />
      </ListBody>
    </>
  )
}

type Person = ApiOutput['people']['list']['items'][number]

function PeopleTable({ people }: { people: readonly Person[] }) {
  const t = useTranslations('people')
  const timeText = useTimeText()
  return (
    <Table
      label={t('table')}
      head={
        <>
          <Th className="text-start">{t('column.name')}</Th>
          <Th className="text-start">{t('column.roles')}</Th>
          <Th className="text-start sm:max-lg:hidden">{t('column.since')}</Th>
          <Th className="text-start">{t('column.state')}</Th>
        </>
      }
    >
      {people.map((person) => (
        <Tr key={person.id} compact="figure">
          <Td>
            <div className="min-w-0">
              <Link
                prefetch={false}
                href={`/admin/people/${person.id}`}
                translate="no"
                className="wrap-anywhere rounded-sm font-semibold hover:underline"
              >
                {person.name}
              </Link>
              <p className="text-muted text-sm">
                <EmailAddress>{person.email}</EmailAddress>
              </p>
            </div>
          </Td>
          <Td label={t('column.roles')}>
            <RoleNames roles={person.roles} />
          </Td>
          <Td label={t('column.since')} className="whitespace-nowrap sm:max-lg:hidden">
            {timeText(person.createdAt, undefined, 'date')}
          </Td>
          <Td>
            <Badge tone={person.disabledAt ? 'caution' : 'positive'}>
              {t(person.disabledAt ? 'disabled' : 'state.ACTIVE')}
            </Badge>
          </Td>
        </Tr>
      ))}
    </Table>
  )
}

export function RoleNames({ roles }: { roles: Person['roles'] }) {
  const t = useTranslations('people')
  const format = useFormatter()
  if (roles.length === 0) return <span className="text-muted">{t('role.none')}</span>
  return format.list(roles.map((role) => t('role.name', { role })))
}
