'use client'

import { CameraOff, ScanFace } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type ReactNode, useState } from 'react'
import type { PlaceKind } from '@/components/places/place-kind'
import { Button } from '@/components/ui/button'
import { ConfirmDialog } from '@/components/ui/confirm-dialog'
import { IconButton } from '@/components/ui/icon-button'
import { toast } from '@/components/ui/toast'
import { useErrorText } from '@/components/words/error-words'
import type { OffHere } from './off-here-words'
import { FaceOn, FaceOnButton } from './student-face-off'
import { useFaceOffAt } from './use-face-off'
import type { FaceOffReason } from './without-face-words'

export interface PersonAtPlace {
  id: string
  name: string
  faceOff: FaceOffReason | null
  faceOffHere: OffHere | null
}

interface FaceAtPlaceProps {
  place: { placeId: string; kind: PlaceKind }
  person: PersonAtPlace
  /** A word where there is room, an icon in a row of a list. */
  as: 'button' | 'icon'
}

/** What a leader may do about a member's face: switch it off at their place, on again, and lift what misses brought about. */
export function FaceAtPlace({ place, person, as }: FaceAtPlaceProps) {
  const lift = as === 'button' ? <FaceOnButton student={person} /> : <FaceOn student={person} />
  return (
    <>
      {person.faceOff === 'TOO_MANY_MISSES' && lift}
      {person.faceOffHere ? (
        <OnHere {...{ place, person, as }} />
      ) : (
        !person.faceOff && <OffHereSwitch {...{ place, person, as }} />
      )}
    </>
  )
}

const hidden = (words: ReactNode) => <span className="sr-only">{words}</span>

function OffHereSwitch({ place: { placeId, kind }, person: { id: userId, name }, as }: FaceAtPlaceProps) {
  const t = useTranslations('face-opt-out')
  const [asking, setAsking] = useState(false)
  const { mutateAsync } = useFaceOffAt()

  async function act() {
    await mutateAsync({ placeId, userId, off: true })
    toast.success(t('here.off.done', { name, kind }))
  }

  return (
    <>
      {as === 'icon' ? (
        <IconButton
          label={t('here.off.label', { name, kind })}
          icon={<CameraOff />}
          onClick={() => setAsking(true)}
        />
      ) : (
        <Button size="sm" variant="secondary" onClick={() => setAsking(true)}>
          <CameraOff aria-hidden="true" />
          <span>{t.rich('here.off.button', { name, kind, whose: hidden })}</span>
        </Button>
      )}
      <ConfirmDialog
        open={asking}
        onOpenChange={setAsking}
        title={t('here.off.title', { name, kind })}
        consequence={t('here.off.text', { kind })}
        confirm={t('here.off.act')}
        tone="primary"
        onConfirm={act}
      />
    </>
  )
}

/** One click: nothing is lost by it. */
function OnHere({ place: { placeId, kind }, person: { id: userId, name }, as }: FaceAtPlaceProps) {
  const t = useTranslations('face-opt-out')
  const errorText = useErrorText()
  const { mutate, isPending } = useFaceOffAt()
  const act = () =>
    mutate(
      { placeId, userId, off: false },
      {
        onSuccess: () => toast.success(t('here.on.done', { name, kind })),
        onError: (error) => toast.error(errorText(error)),
      },
    )
  return as === 'icon' ? (
    <IconButton
      label={t('here.on.label', { name, kind })}
      icon={<ScanFace />}
      onClick={act}
      disabled={isPending}
    />
  ) : (
    <Button size="sm" variant="secondary" loading={isPending} onClick={act}>
      <ScanFace aria-hidden="true" />
      <span>{t.rich('here.on.button', { name, kind, whose: hidden })}</span>
    </Button>
  )
}
