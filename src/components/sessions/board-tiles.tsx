import { useTranslations } from 'next-intl'
import { memo } from 'react'
import { useDrawn } from '@/components/ui/use-drawn'
import type { View } from '@/components/ui/view-switch'
import { compareNames, groupStudents } from '@/domain/board'
import type { BoardOrder } from './board-address'
import { BoardTile, TilePlace, type TileProps } from './board-tile'
import type { BoardStudent } from './use-board'

interface BoardTilesProps extends Pick<TileProps, 'session' | 'timeZone' | 'onOpen' | 'onPick'> {
  students: readonly BoardStudent[]
  order: BoardOrder
  view: View
  fresh: ReadonlySet<string>
  /** Null while nobody is being selected. */
  selected: ReadonlySet<string> | null
  /** Who had the focus last. */
  current: string | null
}

/** Drawn anew where something about the student is new: of 200 tiles most stay as they are. */
const Tile = memo(BoardTile)

/** The students as tiles or lines: grouped by who is missing, or all by name so that nobody changes place. */
export function BoardTiles({ students, order, current, ...rest }: BoardTilesProps) {
  const t = useTranslations('sessions')
  const groups =
    order === 'name'
      ? [{ key: null, students: [...students].sort(compareNames) }]
      : groupStudents(students, rest.session)
  const shown = groups.flatMap((group) => group.students)
  const drawn = new Set(shown.slice(0, useDrawn(shown.length)))
  // Where the Tab key leads: to whoever had the focus, else to the first.
  const stop = shown.find(({ id }) => id === current)?.id ?? shown[0]?.id ?? null
  return (
    <div className="grid gap-6">
      {groups.map(({ key, students }) =>
        key === null ? (
          <Tiles key="all" {...{ students, drawn, stop, ...rest }} />
        ) : (
          <section key={key}>
            <h2 className="mb-2.5 flex items-baseline gap-2 font-bold text-lg">
              {t(`group.${key}`)}
              <span className="font-semibold text-base text-muted tabular-nums">{students.length}</span>
            </h2>
            <Tiles {...{ students, drawn, stop, ...rest }} />
          </section>
        ),
      )}
    </div>
  )
}

const lists = {
  tiles: 'grid grid-cols-1 gap-2.5 sm:grid-cols-[repeat(auto-fill,minmax(16rem,1fr))]',
  list: 'divide-y rounded-lg border bg-surface shadow-sm',
} as const

interface TilesProps extends Omit<BoardTilesProps, 'order' | 'current'> {
  drawn: ReadonlySet<BoardStudent>
  stop: string | null
}

function Tiles({ students, drawn, view, fresh, selected, stop, ...rest }: TilesProps) {
  return (
    <ul className={lists[view]}>
      {students.map((student) =>
        drawn.has(student) ? (
          <Tile
            key={student.id}
            {...rest}
            student={student}
            view={view}
            fresh={fresh.has(student.id)}
            stop={student.id === stop}
            picked={selected === null ? null : selected.has(student.id)}
          />
        ) : (
          <TilePlace key={student.id} view={view} />
        ),
      )}
    </ul>
  )
}
