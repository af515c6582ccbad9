'use client'

import { useMutation, useQuery } from '@tanstack/react-query'
import { History, Pencil, Plus } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { later } from '@/components/ui/later'
import type { WantedEntry } from '@/domain/corrections-schema'
import { useReadAnew } from '../clocking/use-read-anew'
import type { ApiOutput } from '../providers/api-output'
import { useTRPC } from '../providers/trpc-provider'
import { Button } from '../ui/button'
import { IconButton } from '../ui/icon-button'
import type { EntryPlace } from './entry-form-dialog'
import { useUndoEdit } from './use-undo-edit'
import type { Entry } from './use-work'
import { WeekChecks } from './week-checks'
import { WeekList } from './week-list'

const HistorySheet = later(() => import('./history-sheet').then(({ HistorySheet }) => HistorySheet))
const EntryFormDialog = later(() =>
  import('./entry-form-dialog').then(({ EntryFormDialog }) => EntryFormDialog),
)

interface PersonWeekProps {
  week: ApiOutput['timeEntries']['week']
  userId: string
  day: string | undefined
}

/** A week of somebody's at a workplace that one leads: entries can be changed for a reason, and added. */
export function PersonWeek({ week: initial, userId, day }: PersonWeekProps) {
  const t = useTranslations('time-entries')
  const trpc = useTRPC()
  const { id: workplaceId, timeZone } = initial.workplace
  const { data: week } = useQuery(
    trpc.timeEntries.week.queryOptions({ workplaceId, userId, day }, { initialData: initial }),
  )
  const [editing, setEditing] = useState<Entry | 'missing' | null>(null)
  const [shown, setShown] = useState<string | null>(null)
  const history = useQuery(
    trpc.timeEntries.history.queryOptions({ entryId: shown ?? '' }, { enabled: shown !== null }),
  )
  const [checking, setChecking] = useState(false)
  const checks = useQuery(
    trpc.timeEntries.faceChecks.queryOptions({ workplaceId, userId, day }, { enabled: checking }),
  )
  return (
    <>
      <WeekList
        week={week}
        heading={week.name}
        hrefOf={(other) => `/employ/workplaces/${workplaceId}/now/${userId}?day=${other}`}
        actions={
          week.decides && (
            <>
              <WeekChecks open={checking} onOpenChange={setChecking} checks={checks} timeZone={timeZone} />
              <Button variant="secondary" size="sm" onClick={() => setEditing('missing')}>
                <Plus aria-hidden="true" />
                {t('week.missing')}
              </Button>
            </>
          )
        }
        actionsOf={(entry) => (
          <>
            {week.decides && entry.endedAt && (
              <IconButton label={t('edit.title')} icon={<Pencil />} onClick={() => setEditing(entry)} />
            )}
            <IconButton label={t('history.title')} icon={<History />} onClick={() => setShown(entry.id)} />
          </>
        )}
      />
      {editing && (
        <EditDialog
          entry={editing === 'missing' ? null : editing}
          place={{ workplaceId, timeZone, kinds: week.kinds, deducts: week.deducts }}
          userId={userId}
          onClose={() => setEditing(null)}
        />
      )}
      {shown && <HistorySheet history={history.data} timeZone={timeZone} onClose={() => setShown(null)} />}
    </>
  )
}

interface EditDialogProps {
  entry: Entry | null
  place: EntryPlace
  userId: string
  onClose: () => void
}

function EditDialog({ entry, place, userId, onClose }: EditDialogProps) {
  const t = useTranslations('time-entries')
  const trpc = useTRPC()
  const readAnew = useReadAnew()
  const undoEdit = useUndoEdit()
  const done = (entryId: string) => {
    undoEdit.offer(entryId)
    readAnew()
    onClose()
  }
  const edit = useMutation(
    trpc.timeEntries.edit.mutationOptions({ onSuccess: (_, { entryId }) => done(entryId) }),
  )
  const add = useMutation(trpc.timeEntries.add.mutationOptions({ onSuccess: ({ id }) => done(id) }))
  const { workplaceId } = place
  const write = (wanted: WantedEntry, reason: string) =>
    entry
      ? edit.mutate({ entryId: entry.id, wanted, reason })
      : add.mutate({ workplaceId, userId, wanted, reason })
  return (
    <EntryFormDialog
      title={entry ? t('edit.title') : t('edit.titleMissing')}
      description={t('edit.description')}
      submit={t('edit.submit')}
      place={place}
      entry={entry}
      pending={edit.isPending || add.isPending}
      error={edit.error ?? add.error}
      onWanted={write}
      onRemove={entry ? (reason) => edit.mutate({ entryId: entry.id, wanted: null, reason }) : undefined}
      onClose={onClose}
    />
  )
}
