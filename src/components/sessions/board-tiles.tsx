import { useTranslations } from 'next-intl'
import { memo } from 'react'
import type { MarkedSession } from '@/components/attendance/mark-options'
import { compareNames, groupStudents } from '@/domain/board'
import { BoardTile } from './board-tile'
import type { BoardStudent } from './use-board'

export type BoardOrder = 'missing' | 'name'

interface BoardTilesProps {
  session: MarkedSession
  students: readonly BoardStudent[]
  order: BoardOrder
  timeZone: string
  fresh: ReadonlySet<string>
  onOpen: (studentId: string) => void
}

/** Drawn anew where something about the student is new: of 200 tiles most stay as they are. */
const Tile = memo(BoardTile)

/** The students as tiles: grouped by who is missing, or all by name so that nobody changes place. */
export function BoardTiles({ students, order, ...rest }: BoardTilesProps) {
  const t = useTranslations('sessions')
  if (order === 'name') return <Tiles students={[...students].sort(compareNames)} {...rest} />
  return (
    <div className="grid gap-6">
      {groupStudents(students, rest.session).map((group) => (
        <section key={group.key}>
          <h2 className="mb-2.5 flex items-baseline gap-2 font-bold text-lg">
            {t(`group.${group.key}`)}
            <span className="font-semibold text-base text-muted tabular-nums">{group.students.length}</span>
          </h2>
          <Tiles students={group.students} {...rest} />
        </section>
      ))}
    </div>
  )
}

function Tiles({ session, students, timeZone, fresh, onOpen }: Omit<BoardTilesProps, 'order'>) {
  return (
    <ul className="grid gap-2.5 sm:grid-cols-2 xl:grid-cols-3">
      {students.map((student) => (
        <Tile
          key={student.id}
          session={session}
          student={student}
          timeZone={timeZone}
          fresh={fresh.has(student.id)}
          onOpen={onOpen}
        />
      ))}
    </ul>
  )
}
