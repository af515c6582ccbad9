'use client'

import { ChevronLeft, ChevronRight, ZoomIn, ZoomOut } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useRef, useState } from 'react'
import { classNames } from '@/components/ui/class-names'
import { Dialog } from '@/components/ui/dialog'
import { IconButton } from '@/components/ui/icon-button'
import type { FaceInPhoto } from '@/domain/roll-call-review'
import { FacePicture } from './face-picture'
import { PhotoFaces } from './photo-faces'
import type { Look } from './use-look'
import type { ReviewData, ReviewDesk, ReviewFace, ReviewStudent } from './use-review'

const MOST_ZOOM = 4
/** How much of the photo's width a face takes up that was tapped. */
const SHARE_OF_WIDTH = 0.12

interface PhotoLookProps {
  review: ReviewData
  desk: ReviewDesk
}

/** One photo with the names over its faces; where a face was tapped, that face large. A tap on a face leads to its row. */
export function PhotoLook({ review, desk }: PhotoLookProps) {
  const t = useTranslations('roll-calls')
  const { look, end } = desk.looking
  // Whom the page goes on with once this is closed: what was tapped in the photo, else what led here.
  const next = useRef<string | null>(null)
  if (look && !next.current) next.current = look.faceId ? rowOf(look.faceId) : `photo-${look.photo}`

  function goOn(event: Event) {
    event.preventDefault()
    const place = document.getElementById(next.current ?? '')
    next.current = null
    place?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'center' })
  }

  return (
    <Dialog
      open={look !== null}
      onOpenChange={(open) => !open && end()}
      onCloseAutoFocus={goOn}
      size="wide"
      title={t('photo.number', { number: look?.photo ?? 1 })}
      description={t('look.hint')}
    >
      {look && (
        <Looked
          key={`${look.photo} ${look.faceId}`}
          look={look}
          review={review}
          desk={desk}
          onFace={(faceId) => {
            next.current = rowOf(faceId)
            end()
          }}
        />
      )}
    </Dialog>
  )
}

const rowOf = (faceId: string) => `face-${faceId}`

interface LookedProps extends PhotoLookProps {
  look: Look
  onFace: (faceId: string) => void
}

function Looked({ look, review, desk, onFace }: LookedProps) {
  const t = useTranslations('roll-calls')
  const faces = desk.facesIn(look.photo)
  const tapped = faces.find(({ face }) => face.id === look.faceId)
  const nearEnough = tapped ? SHARE_OF_WIDTH / (tapped.face.box.width / 1000) : 1
  const [zoom, setZoom] = useState(Math.max(1, Math.min(MOST_ZOOM, Math.round(nearEnough))))
  const photo = review.photos.find(({ position }) => position === look.photo)
  const numbers = [...new Set(review.faces.map((face) => face.photo))]
  const at = numbers.indexOf(look.photo)
  return (
    <div className="grid gap-4">
      <div className={classNames('grid items-start gap-4', tapped && 'lg:grid-cols-[16rem_1fr]')}>
        {tapped && <TappedFace tapped={tapped} />}
        {photo ? (
          <PhotoFaces photo={photo} faces={faces} tapped={look.faceId} zoom={zoom} onFace={onFace} />
        ) : (
          <p className="max-w-text text-muted">{t('look.notKept')}</p>
        )}
      </div>
      <div className="flex items-center justify-between gap-2">
        <span className="flex gap-2">
          {numbers.length > 1 && (
            <>
              <IconButton
                label={t('look.before')}
                icon={<ChevronLeft className="rtl:-scale-x-100" />}
                disabled={at <= 0}
                onClick={() => desk.looking.show(numbers[at - 1] ?? look.photo)}
              />
              <IconButton
                label={t('look.after')}
                icon={<ChevronRight className="rtl:-scale-x-100" />}
                disabled={at >= numbers.length - 1}
                onClick={() => desk.looking.show(numbers[at + 1] ?? look.photo)}
              />
            </>
          )}
        </span>
        {photo && (
          <span className="flex gap-2">
            <IconButton
              label={t('look.smaller')}
              icon={<ZoomOut />}
              disabled={zoom <= 1}
              onClick={() => setZoom(zoom - 1)}
            />
            <IconButton
              label={t('look.larger')}
              icon={<ZoomIn />}
              disabled={zoom >= MOST_ZOOM}
              onClick={() => setZoom(zoom + 1)}
            />
          </span>
        )}
      </div>
    </div>
  )
}

/** The face itself, large, and the name that it has. */
function TappedFace({ tapped: { face, as, student } }: { tapped: FaceInPhoto<ReviewFace, ReviewStudent> }) {
  const t = useTranslations('roll-calls')
  return (
    <div className="flex flex-wrap items-center gap-4">
      <FacePicture
        faceId={face.id}
        alt={t('face.the', { photo: face.photo })}
        className="size-48! sm:size-64!"
      />
      <p className="wrap-anywhere min-w-0 flex-1 basis-40 font-semibold text-lg">
        {student ? <span translate="no">{student.name}</span> : t(`look.${as}`)}
        {student && <span className="block font-normal text-base text-muted">{t(`look.${as}`)}</span>}
      </p>
    </div>
  )
}
