'use client'

import { ChevronLeft, ChevronRight, Pause, Play } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { type CSSProperties, memo, useRef } from 'react'
import { statusOf } from '@/components/attendance/standing-look'
import { classNames } from '@/components/ui/class-names'
import { IconButton } from '@/components/ui/icon-button'
import { standingOf } from '@/domain/board'
import { WALL_GAP, type WallLayout, wallOrder } from '@/domain/projector'
import { ProjectorTile } from './projector-tile'
import type { BoardData } from './use-board'
import { usePages, useWall } from './use-wall'

const Tile = memo(ProjectorTile)

interface ProjectorNamesProps {
  students: BoardData['students']
  session: BoardData['session']
  timeZone: string
  fresh: ReadonlySet<string>
}

/** The names on the wall, whoever is missing first: all of them at once, or page after page. A phone is scrolled. */
export function ProjectorNames({ students, session, timeZone, fresh }: ProjectorNamesProps) {
  const room = useRef<HTMLDivElement>(null)
  const wall = useWall(
    room,
    students.map(({ name }) => name),
  )
  const pages = usePages(wall?.pages ?? 1)
  const ordered = wallOrder(students, session)
  const perPage = wall ? wall.columns * wall.rows : ordered.length
  const shown = ordered.slice(pages.page * perPage, (pages.page + 1) * perPage)
  return (
    <div ref={room} className="flex min-w-0 flex-col gap-4 lg:h-[100cqh]">
      <ul
        className={classNames(
          'grid text-xl',
          wall ? 'min-h-0 flex-1 content-start' : 'grid-cols-1 gap-3 sm:grid-cols-2',
        )}
        style={wall ? gridStyle(wall) : undefined}
      >
        {shown.map((student) => {
          const standing = standingOf(student, session)
          const { clockedInAt = null, clockedOutAt = null } = student.record ?? {}
          return (
            <Tile
              key={student.id}
              name={student.name}
              status={statusOf[standing]}
              at={standing === 'LEFT' ? clockedOutAt : clockedInAt}
              timeZone={timeZone}
              fresh={fresh.has(student.id)}
            />
          )
        })}
      </ul>
      {wall && wall.pages > 1 && <Pager {...pages} pages={wall.pages} />}
    </div>
  )
}

const gridStyle = ({ size, columns, rows, pages }: WallLayout): CSSProperties => ({
  fontSize: size,
  gap: WALL_GAP,
  gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))`,
  // Pages fill the wall: no strip stays empty above the number of the page.
  ...(pages > 1 && { gridTemplateRows: `repeat(${rows}, minmax(0, 1fr))` }),
})

function Pager({ page, pages, held, hold, turn }: ReturnType<typeof usePages> & { pages: number }) {
  const t = useTranslations('sessions.projector')
  return (
    <nav aria-label={t('pages')} className="flex items-center justify-end gap-2 text-lg text-muted">
      <p className="mr-2 tabular-nums">{t('page', { page: page + 1, pages })}</p>
      <IconButton label={t('before')} icon={<ChevronLeft />} onClick={() => turn(-1)} />
      <IconButton
        label={held ? t('goOn') : t('hold')}
        icon={held ? <Play /> : <Pause />}
        onClick={() => hold(!held)}
      />
      <IconButton label={t('next')} icon={<ChevronRight />} onClick={() => turn(1)} />
    </nav>
  )
}
