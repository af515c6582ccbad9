import { ArrowRight } from 'lucide-react'
import type { ReactNode } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { StatusBadge } from '@/components/ui/status-badge'
import { Time } from '@/components/ui/time'
import { methodText } from './record-words'
import { statusOf } from './standing-look'

type Change = ApiOutput['attendance']['recordHistory']['changes'][number]

interface RecordChangesProps {
  changes: readonly Change[]
  timeZone: string
}

/** Who changed the record, when, and what stood before and after; newest first. */
export function RecordChanges({ changes, timeZone }: RecordChangesProps) {
  if (changes.length === 0) return <p className="text-muted">Nothing has been recorded yet.</p>
  return (
    <ol className="ms-1.5 grid gap-4 border-l-2 ps-5">
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
              {change.actor?.name ?? 'A deleted account'}, {methodText[change.method]}
            </span>
          </p>
          <WhatChanged change={change} timeZone={timeZone} />
        </li>
      ))}
    </ol>
  )
}

function WhatChanged({ change, timeZone }: { change: Change; timeZone: string }) {
  const { oldStatus, newStatus, oldNote, newNote } = change
  return (
    <div className="grid gap-1 text-sm">
      {oldStatus !== newStatus && (
        <p className="flex flex-wrap items-center gap-1.5">
          <StatusBadge status={statusOf[oldStatus ?? 'WAITING']} />
          <ArrowRight aria-hidden="true" className="size-4 text-muted" />
          <span className="sr-only">to</span>
          <StatusBadge status={statusOf[newStatus]} />
        </p>
      )}
      <TimeChange
        label="In"
        before={change.oldClockedInAt}
        after={change.newClockedInAt}
        timeZone={timeZone}
      />
      <TimeChange
        label="Out"
        before={change.oldClockedOutAt}
        after={change.newClockedOutAt}
        timeZone={timeZone}
      />
      {oldNote !== newNote && (
        <Line label="Note">
          {newNote ? <q className="wrap-anywhere">{newNote}</q> : 'removed'}
          {oldNote && <span className="text-muted"> (was “{oldNote}”)</span>}
        </Line>
      )}
    </div>
  )
}

interface TimeChangeProps {
  label: string
  before: Date | null
  after: Date | null
  timeZone: string
}

function TimeChange({ label, before, after, timeZone }: TimeChangeProps) {
  if (before?.getTime() === after?.getTime()) return null
  return (
    <Line label={label}>
      {after ? <Time at={after} timeZone={timeZone} /> : 'taken back'}
      {before && (
        <span className="text-muted">
          {' '}
          (was <Time at={before} timeZone={timeZone} />)
        </span>
      )}
    </Line>
  )
}

function Line({ label, children }: { label: string; children: ReactNode }) {
  return (
    <p>
      <span className="text-muted">{label}: </span>
      {children}
    </p>
  )
}
