import { ArrowRight } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { StatusBadge } from '@/components/ui/status-badge'
import { Time } from '@/components/ui/time'
import { statusOf } from './standing-look'

type Change = ApiOutput['attendance']['recordHistory']['changes'][number]

interface RecordChangesProps {
  changes: readonly Change[]
  timeZone: string
}

/** Who changed the record, when, and what stood before and after; newest first. */
export function RecordChanges({ changes, timeZone }: RecordChangesProps) {
  const t = useTranslations('attendance')
  if (changes.length === 0) return <p className="text-muted">{t('change.none')}</p>
  return (
    <ol className="ms-1.5 grid gap-4 border-s-2 ps-5">
      {changes.map((change) => (
        <li key={change.id} className="relative grid gap-1">
          <span
            aria-hidden="true"
            className="absolute top-1.5 -start-6.5 size-2.5 rounded-full bg-line-strong"
          />
          <p className="text-sm">
            <Time at={change.at} timeZone={timeZone} format="dateTime" className="font-semibold" />
            <span className="text-muted">
              {' · '}
              {change.method === 'SESSION_END' && !change.actor
                ? t('change.byItself')
                : t(`changed.${change.method}`, { name: change.actor?.name ?? t('deletedAccount') })}
            </span>
          </p>
          <WhatChanged change={change} timeZone={timeZone} />
        </li>
      ))}
    </ol>
  )
}

function WhatChanged({ change, timeZone }: { change: Change; timeZone: string }) {
  const t = useTranslations('attendance')
  const { oldStatus, newStatus, oldClockedInAt, newClockedInAt, oldClockedOutAt, newClockedOutAt } = change
  return (
    <div className="grid gap-1 text-sm">
      {oldStatus !== newStatus && (
        <p className="flex flex-wrap items-center gap-1.5">
          <StatusBadge status={statusOf[oldStatus ?? 'WAITING']} />
          <ArrowRight aria-hidden="true" className="size-4 text-muted rtl:-scale-x-100" />
          <span className="sr-only">{t('change.to')}</span>
          <StatusBadge status={statusOf[newStatus ?? 'WAITING']} />
        </p>
      )}
      <TimeChange what="in" before={oldClockedInAt} after={newClockedInAt} timeZone={timeZone} />
      <TimeChange what="out" before={oldClockedOutAt} after={newClockedOutAt} timeZone={timeZone} />
      <NoteChange before={change.oldNote} after={change.newNote} />
    </div>
  )
}

const muted = (words: ReactNode) => <span className="text-muted">{words}</span>

interface TimeChangeProps {
  what: 'in' | 'out'
  before: Date | null
  after: Date | null
  timeZone: string
}

function TimeChange({ what, before, after, timeZone }: TimeChangeProps) {
  const t = useTranslations('attendance')
  if (before?.getTime() === after?.getTime()) return null
  const time = (at: Date | null) => () => at && <Time at={at} timeZone={timeZone} />
  const tags = { muted, at: time(after), before: time(before) }
  if (!before) return <p>{t.rich(`change.${what}`, tags)}</p>
  return <p>{after ? t.rich(`change.${what}Before`, tags) : t.rich(`change.${what}Gone`, tags)}</p>
}

function NoteChange({ before, after }: { before: string | null; after: string | null }) {
  const t = useTranslations('attendance')
  if (before === after) return null
  const words =
    before === null
      ? t.rich('change.note', { muted, note: after ?? '' })
      : after === null
        ? t.rich('change.noteGone', { muted, before })
        : t.rich('change.noteBefore', { muted, before, note: after })
  return <p className="wrap-anywhere">{words}</p>
}
