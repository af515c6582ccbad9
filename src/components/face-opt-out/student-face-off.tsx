'use client'

import { CameraOff, ScanFace } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { IconButton } from '@/components/ui/icon-button'
import { useErrorText } from '@/components/words/error-words'
import { useFaceOffOf } from './use-face-off'
import type { FaceOffReason } from './without-face-words'

interface StudentFaceOffProps {
  student: { id: string; name: string; faceOff: FaceOffReason | null }
}

/** Lets staff switch a person's face off, such as at the wish of their parents, and on again what staff or misses switched off. */
export function StudentFaceOff({ student }: StudentFaceOffProps) {
  if (student.faceOff === 'OWN_WISH') return null
  return student.faceOff ? <FaceOn student={student} /> : <FaceOff student={student} />
}

function FaceOff({ student: { id, name } }: StudentFaceOffProps) {
  const t = useTranslations('face-opt-out')
  const { mutateAsync } = useFaceOffOf()
  const [asking, setAsking] = useState(false)

  async function act() {
    await mutateAsync({ userId: id, off: true })
    toast.success(t('off.done', { name }))
  }

  return (
    <>
      <IconButton label={t('off.open', { name })} icon={<CameraOff />} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('off.title', { name })}
        consequence={t('off.text')}
        confirm={t('off.act')}
        onConfirm={act}
      />
    </>
  )
}

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
function FaceOn({ student }: Named) {
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
      <span>
        {t.rich('on.act', {
          name: student.name,
          whose: (words) => <span className="sr-only">{words}</span>,
        })}
      </span>
    </Button>
  )
}
