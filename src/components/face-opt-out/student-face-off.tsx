'use client'

import { CameraOff, ScanFace } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import { toast } from 'sonner'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { IconButton } from '@/components/ui/icon-button'
import { useErrorText } from '@/components/words/error-words'
import { useFaceOffOf } from './use-face-off'
import type { FaceOffReason } from './without-face-words'

interface StudentFaceOffProps {
  student: { id: string; name: string; faceOff: FaceOffReason | null }
  /** Whose decisions the reader lifts again beside those of nobody; an administrator everybody's. */
  lifts?: 'STAFF' | 'EMPLOYER'
}

const decided: readonly FaceOffReason[] = ['STAFF', 'EMPLOYER']

/** Whether the reader can switch this face on again. */
export const canLift = (faceOff: FaceOffReason, lifts: StudentFaceOffProps['lifts']) =>
  faceOff !== 'OWN_WISH' && (!lifts || lifts === faceOff || !decided.includes(faceOff))

/** Lets staff switch a person's face off, such as at the wish of their parents, and on again what staff or misses switched off. */
export function StudentFaceOff({ student, lifts }: StudentFaceOffProps) {
  if (!student.faceOff) return <FaceOff student={student} />
  return canLift(student.faceOff, lifts) ? <FaceOn student={student} /> : null
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
      <FaceOffDialog student={student} open={asking} onOpenChange={setAsking} />
    </>
  )
}

/** Where there is room for a word. */
export function FaceOffButton({ student }: Named) {
  const t = useTranslations('face-opt-out')
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button size="sm" variant="secondary" onClick={() => setAsking(true)}>
        <CameraOff aria-hidden="true" />
        <span>{t.rich('off.button', { name: student.name, whose: hidden })}</span>
      </Button>
      <FaceOffDialog student={student} open={asking} onOpenChange={setAsking} />
    </>
  )
}

const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>

interface FaceOffDialogProps extends Named {
  open: boolean
  onOpenChange: (open: boolean) => void
}

function FaceOffDialog({ student: { id, name }, open, onOpenChange }: FaceOffDialogProps) {
  const t = useTranslations('face-opt-out')
  const { mutateAsync } = useFaceOffOf()

  async function act() {
    await mutateAsync({ userId: id, off: true })
    toast.success(t('off.done', { name }))
  }

  return (
    <ConfirmDialog
      open={open}
      onOpenChange={onOpenChange}
      title={t('off.title', { name })}
      consequence={t('off.text')}
      confirm={t('off.act')}
      onConfirm={act}
    />
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
      <span>{t.rich('on.act', { name: student.name, whose: hidden })}</span>
    </Button>
  )
}
