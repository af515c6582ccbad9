'use client'

import { useMutation } from '@tanstack/react-query'
import { EllipsisVertical, Pencil, Trash2 } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import type { ApiOutput } from '@/components/providers/api-output'
import { useTRPC } from '@/components/providers/trpc-provider'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { DropdownMenu, MenuItem } from '@/components/ui/dropdown-menu'
import { IconButton } from '@/components/ui/icon-button'
import { Time } from '@/components/ui/time'
import { toast } from '@/components/ui/toast'
import { NoteForm } from './note-form'

interface NoteRowProps {
  note: ApiOutput['students']['notes']['items'][number]
  of: { classId: string; studentId: string }
  timeZone: string
  onChanged: () => Promise<unknown>
}

/** One note: whose, since when, who changed it; changed or deleted by whoever leads the class. */
export function NoteRow({ note, of, timeZone, onChanged }: NoteRowProps) {
  const t = useTranslations('students')
  const ui = useTranslations('ui')
  const trpc = useTRPC()
  const [editing, setEditing] = useState(false)
  const [asking, setAsking] = useState(false)
  const edit = useMutation(trpc.students.editNote.mutationOptions({ onSuccess: onChanged }))
  const remove = useMutation(trpc.students.deleteNote.mutationOptions({ onSuccess: onChanged }))
  const wanted = { ...of, noteId: note.id }
  const name = note.author?.name ?? t('notes.somebody')
  const at = (when: Date) => () => <Time at={when} timeZone={timeZone} format="dateTime" />

  async function save(text: string) {
    await edit.mutateAsync({ ...wanted, text })
    setEditing(false)
  }

  return (
    <li className="py-3 first:pt-0 last:pb-0">
      {editing ? (
        <NoteForm
          label={t('notes.edited')}
          text={note.text}
          action={ui('save')}
          pending={edit.isPending}
          error={edit.error}
          onSave={save}
          onCancel={() => setEditing(false)}
        />
      ) : (
        <div className="flex items-start gap-2">
          <div className="grid min-w-0 flex-1 gap-1">
            <p className="wrap-anywhere whitespace-pre-line">{note.text}</p>
            <p className="text-muted text-sm">{t.rich('notes.by', { name, at: at(note.createdAt) })}</p>
            {note.editedAt && (
              <p className="text-muted text-sm">
                {t.rich('notes.changed', {
                  name: note.editor?.name ?? t('notes.somebody'),
                  at: at(note.editedAt),
                })}
              </p>
            )}
          </div>
          <DropdownMenu
            trigger={
              <IconButton
                label={t('notes.more', { name })}
                icon={<EllipsisVertical />}
                tooltip={false}
                className="-mt-2 -me-2"
              />
            }
          >
            <MenuItem icon={<Pencil aria-hidden="true" />} onSelect={() => setEditing(true)}>
              {ui('edit')}
            </MenuItem>
            <MenuItem tone="danger" icon={<Trash2 aria-hidden="true" />} onSelect={() => setAsking(true)}>
              {t('notes.delete')}
            </MenuItem>
          </DropdownMenu>
        </div>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('notes.deleteQuestion')}
        consequence={t('notes.deleteConsequence')}
        confirm={t('notes.delete')}
        onConfirm={async () => {
          await remove.mutateAsync(wanted)
          toast.success(t('notes.deleted'))
        }}
      />
    </li>
  )
}
