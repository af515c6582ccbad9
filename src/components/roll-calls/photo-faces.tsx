import { Check, CircleHelp, type LucideIcon, PenLine } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { classNames } from '@/components/ui/class-names'
import type { FaceInPhoto, NamedAs } from '@/domain/roll-call-review'
import type { ReviewData, ReviewFace, ReviewStudent } from './use-review'

type Face = FaceInPhoto<ReviewFace, ReviewStudent>

interface PhotoFacesProps {
  photo: ReviewData['photos'][number]
  faces: readonly Face[]
  /** The face that led here, which is in sight. */
  tapped: string | null
  /** How many times as large as it fits. */
  zoom: number
  onFace: (faceId: string) => void
}

/** A photo with a box around each face and the name that it has; larger than its place it is moved by scrolling. */
export function PhotoFaces({ photo, faces, tapped, zoom, onFace }: PhotoFacesProps) {
  const t = useTranslations('roll-calls')
  const shape = photo.width / photo.height
  return (
    <div className="max-h-[70dvh] overflow-auto rounded-lg bg-sunken">
      <div
        className="relative mx-auto"
        style={{ width: `calc(min(100%, 70dvh * ${shape}) * ${zoom})`, aspectRatio: shape }}
      >
        {/* biome-ignore lint/performance/noImgElement: private and never cached, so there is nothing to optimise */}
        <img
          src={`/api/roll-call-photos/${photo.id}`}
          alt={t('look.alt', { number: photo.position, faces: faces.length })}
          className="absolute inset-0 size-full"
        />
        {faces.map((one) => (
          <FaceBox
            key={one.face.id}
            one={one}
            tapped={one.face.id === tapped}
            // Anew with the size, so that what was tapped comes into sight again.
            zoom={zoom}
            onTap={() => onFace(one.face.id)}
          />
        ))}
      </div>
    </div>
  )
}

const looks: Record<NamedAs, { box: string; icon: LucideIcon }> = {
  ticked: { box: 'border-accent', icon: Check },
  offered: { box: 'border-caution border-dashed', icon: CircleHelp },
  byHand: { box: 'border-accent border-dashed', icon: PenLine },
  unknown: { box: 'border-black/60 border-dotted', icon: CircleHelp },
}

interface FaceBoxProps {
  one: Face
  tapped: boolean
  zoom: number
  onTap: () => void
}

function FaceBox({ one: { face, as, student }, tapped, zoom, onTap }: FaceBoxProps) {
  const t = useTranslations('roll-calls')
  const { x, y, width, height } = face.box
  const { box, icon: Icon } = looks[as]
  const words = student?.name ?? t(`look.${as}`)
  return (
    <button
      type="button"
      key={zoom}
      ref={tapped ? bringIntoView : undefined}
      onClick={onTap}
      aria-label={student ? t('look.named', { name: student.name, as: t(`look.${as}`) }) : words}
      style={{
        left: `${x / 10}%`,
        top: `${y / 10}%`,
        width: `${width / 10}%`,
        height: `${height / 10}%`,
      }}
      className={classNames(
        // White around it, for what lies under it may have any colour.
        'absolute min-h-6 min-w-6 rounded-sm border-2 ring-1 ring-white hover:z-10 focus-visible:z-10',
        box,
        tapped && 'z-10 outline-2 outline-white outline-offset-2',
      )}
    >
      <span
        className={classNames(
          'absolute left-1/2 flex max-w-28 -translate-x-1/2 items-center gap-0.5 rounded-sm bg-surface px-1 text-ink text-xs shadow-md',
          // Below the chin, but for those at the lower edge.
          y + height > 900 ? 'bottom-full mb-0.5' : 'top-full mt-0.5',
        )}
      >
        <Icon aria-hidden="true" className="size-3 shrink-0" />
        <span translate={student ? 'no' : 'yes'} className="truncate">
          {words}
        </span>
      </span>
    </button>
  )
}

function bringIntoView(face: HTMLElement | null) {
  face?.scrollIntoView({ block: 'center', inline: 'center' })
}
