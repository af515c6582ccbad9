'use client'

import { CameraOff, ScanFace } from 'lucide-react'
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
  const { mutateAsync } = useFaceOffOf()
  const [asking, setAsking] = useState(false)

  async function act() {
    await mutateAsync({ userId: id, off: true })
    toast.success(`${name} takes part without their face.`)
  }

  return (
    <>
      <IconButton
        label={`Let ${name} take part without their face`}
        icon={<CameraOff />}
        onClick={() => setAsking(true)}
      />
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={`Switch off the face of ${name}?`}
        consequence="Everything made from their face is erased at once: photos, templates and snapshots. No camera looks for them any more; they clock in with the session’s code. Their attendance stays. Switched on again, they have to enrol anew."
        confirm="Erase and switch off"
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
  const errorText = useErrorText()
  const change = useFaceOffOf()
  const act = () =>
    change.mutate(
      { userId: id, off: false },
      {
        onSuccess: () => toast.success(`${name} can use their face again.`),
        onError: (error) => toast.error(errorText(error)),
      },
    )
  return { act, busy: change.isPending }
}

/** In a list, where a word in a row would take its room from all names. */
function FaceOn({ student }: Named) {
  const { act, busy } = useFaceOn(student)
  return (
    <IconButton
      label={`Switch face on for ${student.name}`}
      icon={<ScanFace />}
      onClick={act}
      disabled={busy}
    />
  )
}

/** Where it is told that the face is off. */
export function FaceOnButton({ student }: Named) {
  const { act, busy } = useFaceOn(student)
  return (
    <Button size="sm" variant="secondary" loading={busy} onClick={act}>
      <ScanFace aria-hidden="true" />
      Switch face on
      <span className="sr-only"> for {student.name}</span>
    </Button>
  )
}
