import { type Counted, compareNames, type Going, standingOf } from './board'

/** Of a tile, in its own type: how wide it is at least, and how high a name on one line makes it and each further one. */
const TILE_WIDTH_EM = 11
const TILE_HEIGHT_EM = 2.95
const LINE_HEIGHT_EM = 1.25
/** How much of its width is not the name’s, and how wide a bold letter is. */
const BESIDE_NAME_EM = 3.2
const LETTER_EM = 0.56
/** A name that needs more is cut. */
const MOST_LINES = 3
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
  names: readonly string[]
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
export function wallLayout({ width, height, screen, names }: Room): WallLayout {
  const least = Math.max(20, Math.round(screen * 0.026))
  const most = Math.max(least, Math.round(screen * 0.075))
  const students = names.length
  const columnsAt = (size: number) =>
    Math.max(1, Math.floor((width + WALL_GAP) / (TILE_WIDTH_EM * size + WALL_GAP)))
  const room = (size: number, high: number, lines = linesAt(size)) => {
    const tile = (TILE_HEIGHT_EM + (lines - 1) * LINE_HEIGHT_EM) * size + TILE_BORDERS
    return { columns: columnsAt(size), rows: Math.max(1, Math.floor((high + WALL_GAP) / (tile + WALL_GAP))) }
  }
  const linesAt = (size: number) => mostLines(names, ((width + WALL_GAP) / columnsAt(size) - WALL_GAP) / size)
  const holdsAll = ({ columns, rows }: ReturnType<typeof room>) => columns * rows >= students
  for (let size = most; size >= least; size -= 1) {
    // Names are counted only where there would be room for names of one line.
    if (!holdsAll(room(size, height, 1))) continue
    const { columns, rows } = room(size, height)
    if (!holdsAll({ columns, rows })) continue
    // A short list stands in as few columns as hold it.
    const needed = Math.max(1, Math.ceil(students / rows))
    return { size, columns: needed, rows: Math.max(1, Math.ceil(students / needed)), pages: 1 }
  }
  const { columns, rows } = room(least, height - PAGER_HEIGHT)
  return { size: least, columns, rows, pages: Math.ceil(students / (columns * rows)) }
}

/** On how many lines the longest of the names stands in tiles that are so wide, in their own type. */
function mostLines(names: readonly string[], tileEm: number): number {
  const letters = Math.max(1, Math.floor((tileEm - BESIDE_NAME_EM) / LETTER_EM))
  return names.reduce((most, name) => Math.max(most, linesOf(name, letters)), 1)
}

/** On how many lines of so many letters a name stands, three at most: broken after spaces and hyphens, and within a part that is longer than a line. */
export function linesOf(name: string, letters: number): number {
  let [lines, used] = [1, 0]
  for (const part of name.trim().split(/(?<=[\s-])/u)) {
    const length = [...part].length
    const seen = [...part.trimEnd()].length
    if (used > 0 && used + seen > letters) [lines, used] = [lines + 1, 0]
    used += length
    while (used > letters && seen > letters) [lines, used] = [lines + 1, used - letters]
  }
  return Math.min(lines, MOST_LINES)
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
