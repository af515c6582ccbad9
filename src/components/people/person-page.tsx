'use client'

import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { HistoryList } from '@/components/admin/history-list'
import { ActionError } from '@/components/providers/action-error'
import { useTRPC } from '@/components/providers/trpc-provider'
import { Badge } from '@/components/ui/badge'
import { Card, CardHeader } from '@/components/ui/card'
import { EmailAddress } from '@/components/ui/email-address'
import { Notice } from '@/components/ui/notice'
import { PageHeader } from '@/components/ui/page-header'
import { useTimeText } from '@/components/ui/time'
import { LedPlaces } from './led-places'
import { RoleNames } from './people-list'
import type { Person } from './person'
import { PersonActions } from './person-actions'

interface PersonPageProps {
  initial: Person
  /** Whether mail goes out, so that addresses can be confirmed. */
  mail: boolean
}

/** One account as an administrator sees it: what it is, what it runs, what was done with it, and what can be done. */
export function PersonPage({ initial, mail }: PersonPageProps) {
  const t = useTranslations('people')
  const trpc = useTRPC()
  const { data: person, error } = useQuery(
    trpc.people.byId.queryOptions({ userId: initial.id }, { initialData: initial }),
  )
  return (
    <>
      <PageHeader
        title={<span translate="no">{person.name}</span>}
        description={<EmailAddress>{person.email}</EmailAddress>}
        aside={
          <>
            {person.disabledAt && <Badge tone="caution">{t('disabled')}</Badge>}
            {mail && !person.emailConfirmedAt && <Badge>{t('unconfirmed')}</Badge>}
          </>
        }
        back={{ href: '/admin/people', label: t('one.back') }}
        actions={!person.self && <PersonActions person={person} />}
      />
      <ActionError error={error} />
      {person.self && <Notice className="mb-6">{t('one.self')}</Notice>}
      <div className="grid items-start gap-6 lg:grid-cols-2">
        <div className="grid gap-6">
          <AccountCard person={person} />
          <LedPlaces leads={person.leads} />
        </div>
        <section className="grid gap-3">
          <h2 className="font-bold text-lg">{t('history')}</h2>
          <HistoryList userId={person.id} />
        </section>
      </div>
    </>
  )
}

function AccountCard({ person }: { person: Person }) {
  const t = useTranslations('people')
  const timeText = useTimeText()
  const facts = [
    ['roles', t('column.roles'), <RoleNames key="roles" roles={person.roles} />],
    [
      'belongs',
      t('one.belongs'),
      t('one.belongsTo', { classes: person.inClasses, workplaces: person.atWorkplaces }),
    ],
    ['signIns', t('one.signIns'), t('one.signInsIn', { count: person.signIns })],
    ['since', t('one.since'), timeText(person.createdAt, undefined, 'date')],
  ] as const
  return (
    <Card>
      <CardHeader title={t('one.account')} />
      <dl className="grid gap-3">
        {facts.map(([key, label, value]) => (
          <div key={key} className="flex flex-wrap justify-between gap-x-4">
            <dt className="text-muted">{label}</dt>
            <dd className="font-semibold">{value}</dd>
          </div>
        ))}
      </dl>
    </Card>
  )
}
