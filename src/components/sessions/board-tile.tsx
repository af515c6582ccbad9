import { ImageOff, UserRound } from 'lucide-react'
import { useTranslations } from 'next-intl'
import type { MarkedSession } from '@/components/attendance/mark-options'
import { MovementNote } from '@/components/attendance/movement-note'
import { RecordMarkMenu } from '@/components/attendance/record-mark-menu'
import { RecordTimes } from '@/components/attendance/record-times'
import { statusOf } from '@/components/attendance/standing-look'
import { Avatar } from '@/components/ui/avatar'
import { classNames } from '@/components/ui/class-names'
import { StatusBadge } from '@/components/ui/status-badge'
import { belongs, standingOf } from '@/domain/board'
import type { BoardStudent } from './use-board'

interface BoardTileProps {
  session: MarkedSession
  student: BoardStudent
  timeZone: string
  /** Whether the record has just changed. */
  fresh: boolean
  onOpen: (studentId: string) => void
}

/** One student on the board: the tile opens everything about the record, its menu marks at once. */
export function BoardTile({ session, student, timeZone, fresh, onOpen }: BoardTileProps) {
  const t = useTranslations('sessions')
  const { name, record, enrolled, faceOff, faceOffHere } = student
  const withoutFace = faceOff !== null || faceOffHere
  const standing = standingOf(student, session)
  const counts = belongs(student)
  const open = () => onOpen(student.id)
  return (
    <li
      className={classNames(
        // Of 200 the browser lays out those in sight.
        '[contain-intrinsic-size:auto_4.5rem] [content-visibility:auto]',
        'relative flex items-center gap-3 rounded-lg border bg-surface py-2.5 pe-1.5 ps-3.5 shadow-sm transition-[box-shadow] duration-700 hover:border-line-strong',
        standing === 'WAITING' && 'border-dashed shadow-none',
        fresh && 'ring-2 ring-accent',
      )}
    >
      <Avatar name={name} />
      <div className="grid min-w-0 flex-1 gap-1">
        <button
          type="button"
          onClick={open}
          className="wrap-anywhere rounded-sm text-start font-semibold leading-tight after:absolute after:inset-0 after:rounded-lg"
        >
          {name}
        </button>
        <span className="flex flex-wrap items-center gap-x-2.5 gap-y-1">
          {counts && <StatusBadge status={statusOf[standing]} />}
          {record && <RecordTimes record={record} timeZone={timeZone} />}
          <MovementNote of={student} timeZone={timeZone} />
          {counts && !record && (withoutFace || !enrolled) && (
            <span className="inline-flex items-center gap-1 text-muted text-sm">
              {withoutFace ? (
                <UserRound aria-hidden="true" className="size-4" />
              ) : (
                <ImageOff aria-hidden="true" className="size-4" />
              )}
              {faceOff ? t('board.withoutFace') : faceOffHere ? t('board.faceOffHere') : t('board.noPhotos')}
            </span>
          )}
        </span>
      </div>
      {counts && (
        <div className="relative">
          <RecordMarkMenu session={session} student={student} onDetails={open} />
        </div>
      )}
    </li>
  )
}
