import { ImageOff, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { KeptNote } from '@/components/attendance/kept-note'
import type { MarkedSession } from '@/components/attendance/mark-options'
import { MovementNote } from '@/components/attendance/movement-note'
import { RecordMarkMenu } from '@/components/attendance/record-mark-menu'
import { RecordTimes } from '@/components/attendance/record-times'
import { statusOf } from '@/components/attendance/standing-look'
import { StudentLink } from '@/components/places/student-link'
import { Avatar } from '@/components/ui/avatar'
import { classNames } from '@/components/ui/class-names'
import { StatusBadge } from '@/components/ui/status-badge'
import type { View } from '@/components/ui/view-switch'
import { belongs, standingOf } from '@/domain/board'
import { Tick } from './tick'
import type { BoardStudent } from './use-board'

export interface TileProps {
  session: MarkedSession & { classId: string }
  student: BoardStudent
  timeZone: string
  view: View
  /** Whether the record has just changed. */
  fresh: boolean
  /** Whether the Tab key stops here: at one of them all, the arrow keys lead to the others. */
  stop: boolean
  /** Whether they are selected; null while nobody is being selected. */
  picked: boolean | null
  onOpen: (studentId: string) => void
  onPick: (studentId: string) => void
}

const looks = {
  tiles: 'rounded-lg border bg-surface py-2.5 ps-3.5 shadow-sm hover:border-line-strong',
  list: 'min-h-11 py-1 ps-3 hover:bg-sunken/60 sm:min-h-10 sm:ps-4',
} as const

/** Of 200 the browser lays out those in sight. */
const unseen = {
  tiles: '[contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]',
  list: '[contain-intrinsic-size:auto_3.25rem] [content-visibility:auto]',
} as const

const places = { tiles: 'min-h-[4.5rem]', list: 'min-h-[3.25rem]' } as const

/** Keeps the room of a tile that is not drawn yet. */
export const TilePlace = ({ view }: { view: View }) => <li aria-hidden="true" className={places[view]} />

/** One student on the board: the tile opens everything about the record or selects them, its menu marks at once. */
export function BoardTile(props: TileProps) {
  const { session, student, timeZone, view, fresh, stop, picked, onOpen, onPick } = props
  const { id, name, record } = student
  const standing = standingOf(student, session)
  const counts = belongs(student)
  const tabIndex = stop ? 0 : -1
  const selecting = picked !== null && counts
  return (
    <li
      data-person={id}
      className={classNames(
        unseen[view],
        'relative flex items-center gap-3 pe-1.5 transition-[box-shadow] duration-700 print:break-inside-avoid',
        looks[view],
        view === 'tiles' && standing === 'WAITING' && 'border-dashed shadow-none!',
        fresh && 'ring-2 ring-accent ring-inset',
        selecting && picked && 'bg-accent-soft!',
        selecting && picked && view === 'tiles' && 'border-accent',
      )}
    >
      <button
        type="button"
        data-stop=""
        aria-label={name}
        {...(selecting ? { 'aria-pressed': picked === true } : { 'aria-haspopup': 'dialog' as const })}
        tabIndex={tabIndex}
        onClick={() => (selecting ? onPick(id) : onOpen(id))}
        className="absolute inset-0 rounded-lg focus-visible:-outline-offset-2 print:hidden"
      />
      {selecting ? <Tick picked={picked === true} /> : view === 'tiles' && <Avatar name={name} />}
      <div
        className={classNames(
          'min-w-0 flex-1',
          view === 'tiles' ? 'grid gap-1' : 'flex flex-wrap items-center gap-x-3 gap-y-0.5',
        )}
      >
        {selecting ? (
          <span translate="no" className="wrap-anywhere font-semibold leading-tight">
            {name}
          </span>
        ) : (
          <StudentLink
            classId={session.classId}
            student={student}
            tabIndex={tabIndex}
            className="relative justify-self-start leading-tight"
          />
        )}
        <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          {counts && <StatusBadge status={statusOf[standing]} />}
          {record && <RecordTimes record={record} timeZone={timeZone} />}
          <MovementNote of={student} timeZone={timeZone} />
          <KeptNote sessionId={session.id} studentId={id} />
          <FaceNote student={student} />
        </span>
      </div>
      {counts && !selecting && (
        <div className="relative print:hidden">
          <RecordMarkMenu
            session={session}
            student={student}
            onDetails={() => onOpen(id)}
            tabIndex={tabIndex}
          />
        </div>
      )}
    </li>
  )
}

/** Why somebody who is not here yet will not come by face. */
function FaceNote({ student }: { student: BoardStudent }) {
  const t = useTranslations('sessions')
  const { record, enrolled, faceOff, faceOffHere } = student
  const withoutFace = faceOff !== null || faceOffHere
  if (!belongs(student) || record || (enrolled && !withoutFace)) return null
  const Icon = withoutFace ? UserRound : ImageOff
  return (
    <span className="inline-flex items-center gap-1 text-muted text-sm">
      <Icon aria-hidden="true" className="size-4" />
      {faceOff ? t('board.withoutFace') : faceOffHere ? t('board.faceOffHere') : t('board.noPhotos')}
    </span>
  )
}
