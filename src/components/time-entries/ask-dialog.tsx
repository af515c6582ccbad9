'use client'

import { useMutation } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { toast } from '@/components/ui/toast'
import { useReadAnew } from '../clocking/use-read-anew'
import { useTRPC } from '../providers/trpc-provider'
import { EntryFormDialog, type EntryPlace } from './entry-form-dialog'
import type { Entry } from './use-work'

interface AskDialogProps {
  place: EntryPlace
  /** Null for time that is missing. */
  entry: Entry | null
  onClose: () => void
}

/** Asks for a correction of one's own hours, which a leader decides about. */
export function AskDialog({ place, entry, onClose }: AskDialogProps) {
  const t = useTranslations('time-entries')
  const readAnew = useReadAnew()
  const ask = useMutation(
    useTRPC().timeEntries.ask.mutationOptions({
      onSuccess: () => {
        toast.success(t('ask.sent'))
        readAnew()
        onClose()
      },
    }),
  )
  const { workplaceId } = place
  const of = { workplaceId, ...(entry && { entryId: entry.id }) }
  return (
    <EntryFormDialog
      title={entry ? t('ask.title') : t('ask.titleMissing')}
      description={t('ask.description')}
      submit={t('ask.submit')}
      place={place}
      entry={entry}
      pending={ask.isPending}
      error={ask.error}
      onWanted={(wanted, reason) => ask.mutate({ ...of, wanted, reason })}
      onRemove={(reason) => ask.mutate({ ...of, wanted: null, reason })}
      onClose={onClose}
    />
  )
}
