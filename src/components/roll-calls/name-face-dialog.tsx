'use client'

import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { statusOf } from '@/components/attendance/standing-look'
import { StudentSearch } from '@/components/places/people-search'
import { Avatar } from '@/components/ui/avatar'
import { Dialog } from '@/components/ui/dialog'
import { StatusBadge } from '@/components/ui/status-badge'
import { findStudents, isHere, recordedAs } from '@/domain/board'
import { FacePicture } from './face-picture'
import type { ReviewDesk, ReviewFace, ReviewStudent } from './use-review'

interface NameFaceDialogProps {
  /** Whose name is wanted; null while the dialog is closed. */
  face: ReviewFace | null
  students: readonly ReviewStudent[]
  desk: ReviewDesk
  onDone: () => void
}

/** Names a face by hand: one of the students who are not marked yet. */
export function NameFaceDialog({ face, students, desk, onDone }: NameFaceDialogProps) {
  const t = useTranslations('roll-calls')
  return (
    <Dialog
      open={face !== null}
      onOpenChange={(open) => !open && onDone()}
      title={t('name.title')}
      description={t('name.hint')}
    >
      {face && <Names face={face} students={students} desk={desk} onDone={onDone} />}
    </Dialog>
  )
}

function Names({ face, students, desk, onDone }: NameFaceDialogProps & { face: ReviewFace }) {
  const t = useTranslations('roll-calls')
  const [typed, setTyped] = useState('')
  const free = students.filter((student) => !desk.chosen.has(student.id) && !isHere(recordedAs(student)))
  const shown = findStudents(free, typed)
  return (
    <div className="grid gap-4">
      <div className="flex flex-wrap items-end gap-4">
        <FacePicture faceId={face.id} alt={t('face.the', { photo: face.photo })} className="size-32!" />
        <StudentSearch value={typed} onChange={setTyped} />
      </div>
      {shown.length === 0 && (
        <p className="py-4 text-center text-muted">
          {free.length === 0 ? t('name.everybody') : t('name.nobody')}
        </p>
      )}
      <ul className="grid gap-1">
        {shown.map((student) => (
          <li key={student.id}>
            <button
              type="button"
              onClick={() => {
                desk.pick(student, face)
                onDone()
              }}
              className="flex min-h-12 w-full items-center gap-3 rounded-md px-2 py-1.5 text-start hover:bg-neutral-soft"
            >
              <Avatar name={student.name} size="sm" />
              <span className="wrap-anywhere min-w-0 flex-1">
                <span className="font-semibold">{student.name}</span>
                {!student.consented && (
                  <span className="block text-muted text-sm">{t('name.notConsented')}</span>
                )}
              </span>
              {student.record && <StatusBadge status={statusOf[student.record.status]} />}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
