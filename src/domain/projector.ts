import { type Counted, compareNames, type Going, standingOf } from './board'

/** Of a tile, in its own type: how wide a name needs it, and how high two lines make it. */
const TILE_WIDTH_EM = 11
const TILE_HEIGHT_EM = 2.95
/** Above and below its type. */
const TILE_BORDERS = 4
export const WALL_GAP = 12
/** What the line with the number of the page takes, its distance included. */
const PAGER_HEIGHT = 60

interface Room {
  /** What there is for the names, in CSS pixels. */
  width: number
  height: number
  /** Of the whole screen: type is read from as far as the screen is high. */
  screen: number
  students: number
}

export interface WallLayout {
  /** Of the type, in CSS pixels. */
  size: number
  columns: number
  rows: number
  pages: number
}

/**
 * How the names of a class stand on a wall: as large as lets all of them be seen, but never smaller than what is read from
 * eight metres (2.6 % of a screen's height: 3 cm on a screen of 1.25 m); then they take turns by pages.
 */
export function wallLayout({ width, height, screen, students }: Room): WallLayout {
  const least = Math.max(20, Math.round(screen * 0.026))
  const most = Math.max(least, Math.round(screen * 0.075))
  const room = (size: number, high: number) => ({
    columns: Math.max(1, Math.floor((width + WALL_GAP) / (TILE_WIDTH_EM * size + WALL_GAP))),
    rows: Math.max(1, Math.floor((high + WALL_GAP) / (TILE_HEIGHT_EM * size + TILE_BORDERS + WALL_GAP))),
  })
  for (let size = most; size >= least; size -= 1) {
    const { columns, rows } = room(size, height)
    if (columns * rows < students) continue
    // A short list stands in as few columns as hold it.
    const needed = Math.max(1, Math.ceil(students / rows))
    return { size, columns: needed, rows: Math.max(1, Math.ceil(students / needed)), pages: 1 }
  }
  const { columns, rows } = room(least, height - PAGER_HEIGHT)
  return { size: least, columns, rows, pages: Math.ceil(students / (columns * rows)) }
}

/** Who is missing first: they are whom the room looks for. Each group by name, so that everybody finds their own. */
export function wallOrder<Student extends Pick<Counted, 'record'> & { id: string; name: string }>(
  students: readonly Student[],
  session: Going,
): Student[] {
  const isMissing = (student: Student) => ['WAITING', 'ABSENT'].includes(standingOf(student, session))
  const byName = [...students].sort(compareNames)
  return [...byName.filter(isMissing), ...byName.filter((student) => !isMissing(student))]
}
