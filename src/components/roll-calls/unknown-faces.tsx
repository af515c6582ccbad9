'use client'

import { Undo2, UserRoundPen } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { Button } from '@/components/ui/button'
import { later } from '@/components/ui/later'
import { FacePicture } from './face-picture'
import type { ReviewDesk, ReviewFace, ReviewStudent } from './use-review'

const NameFaceDialog = later(
  () => import('./name-face-dialog').then(({ NameFaceDialog }) => NameFaceDialog),
  { when: ({ face }) => face !== null },
)

interface UnknownFacesProps {
  faces: readonly ReviewFace[]
  students: readonly ReviewStudent[]
  desk: ReviewDesk
}

/** Faces of nobody who can be named: visitors, those who did not agree, those hardly seen. */
export function UnknownFaces({ faces, students, desk }: UnknownFacesProps) {
  const [naming, setNaming] = useState<ReviewFace | null>(null)
  return (
    <>
      <ul className="grid grid-cols-2 gap-3 sm:grid-cols-[repeat(auto-fill,minmax(10rem,1fr))]">
        {faces.map((face, index) => (
          <UnknownFace
            key={face.id}
            face={face}
            number={index + 1}
            named={students.find(({ id }) => desk.chosen.get(id) === face.id)}
            onName={() => setNaming(face)}
            onForget={desk.forget}
            onLook={() => desk.looking.show(face.id)}
          />
        ))}
      </ul>
      <NameFaceDialog face={naming} students={students} desk={desk} onDone={() => setNaming(null)} />
    </>
  )
}

interface UnknownFaceProps {
  face: ReviewFace
  number: number
  named: ReviewStudent | undefined
  onName: () => void
  onForget: (student: ReviewStudent) => void
  onLook: () => void
}

function UnknownFace({ face, number, named, onName, onForget, onLook }: UnknownFaceProps) {
  const t = useTranslations('roll-calls')
  const ui = useTranslations('ui')
  return (
    <li>
      <fieldset
        aria-label={named ? t('name.named', { number, name: named.name }) : t('name.unknown', { number })}
        className={`grid h-full content-start justify-items-center gap-2 rounded-lg border bg-surface p-3 text-center shadow-sm ${named ? 'border-accent' : ''}`}
      >
        <FacePicture faceId={face.id} alt={t('face.in', { photo: face.photo })} onLook={onLook} />
        {named ? (
          <>
            <p className="wrap-anywhere font-semibold">{named.name}</p>
            <Button size="sm" variant="ghost" onClick={() => onForget(named)}>
              <Undo2 aria-hidden="true" />
              {ui('undo')}
            </Button>
          </>
        ) : (
          <Button size="sm" variant="secondary" onClick={onName}>
            <UserRoundPen aria-hidden="true" />
            <span>
              {t.rich('name.button', {
                number,
                hidden: (words) => <span className="sr-only">{words}</span>,
              })}
            </span>
          </Button>
        )}
      </fieldset>
    </li>
  )
}
