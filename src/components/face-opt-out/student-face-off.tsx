'use client'

import { CameraOff, ScanFace } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { Button } from '@/components/ui/button'
import { IconButton } from '@/components/ui/icon-button'
import { later } from '@/components/ui/later'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import { useFaceOffOf } from './use-face-off'
import type { FaceOffReason } from './without-face-words'

const EraseFaceDialog = later(() =>
  import('./erase-face-dialog').then(({ EraseFaceDialog }) => EraseFaceDialog),
)

interface StudentFaceOffProps {
  student: { id: string; name: string; faceOff: FaceOffReason | null }
}

/** Lets an administrator erase a person's face and switch it off everywhere, and on again what was not the person's wish. */
export function StudentFaceOff({ student }: StudentFaceOffProps) {
  if (!student.faceOff) return <FaceOff student={student} />
  return student.faceOff === 'OWN_WISH' ? null : <FaceOn student={student} />
}

function FaceOff({ student }: Named) {
  const t = useTranslations('face-opt-out')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <IconButton
        label={t('off.open', { name: student.name })}
        icon={<CameraOff />}
        onClick={() => setAsking(true)}
      />
      {asking && <EraseFaceDialog person={student} onClose={() => setAsking(false)} />}
    </>
  )
}

const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>

interface Named {
  student: { id: string; name: string }
}

/** One click: nothing is lost by it. */
function useFaceOn({ id, name }: Named['student']) {
  const t = useTranslations('face-opt-out')
  const errorText = useErrorText()
  const change = useFaceOffOf()
  const act = () =>
    change.mutate(
      { userId: id, off: false },
      {
        onSuccess: () => toast.success(t('on.done', { name })),
        onError: (error) => toast.error(errorText(error)),
      },
    )
  return { act, busy: change.isPending }
}

/** In a list, where a word in a row would take its room from all names. */
export function FaceOn({ student }: Named) {
  const t = useTranslations('face-opt-out')
  const { act, busy } = useFaceOn(student)
  return (
    <IconButton
      label={t('on.label', { name: student.name })}
      icon={<ScanFace />}
      onClick={act}
      disabled={busy}
    />
  )
}

/** Where it is told that the face is off. */
export function FaceOnButton({ student }: Named) {
  const t = useTranslations('face-opt-out')
  const { act, busy } = useFaceOn(student)
  return (
    <Button size="sm" variant="secondary" loading={busy} onClick={act}>
      <ScanFace aria-hidden="true" />
      <span>{t.rich('on.act', { name: student.name, whose: hidden })}</span>
    </Button>
  )
}
