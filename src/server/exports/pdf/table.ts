import 'server-only'
import type { Sheet } from './sheet'

export interface TableColumn {
  title: string
  /** Share of the sheet's width. */
  share: number
  align?: 'left' | 'right'
}

interface TableRow {
  cells: readonly string[]
  bold?: boolean
}

const size = 9
const lineHeight = 13
const gap = 8
/** The last column ends where the sheet does. */
const widthOf = (sheet: Sheet, columns: readonly TableColumn[], at: number) =>
  (columns[at]?.share ?? 0) * sheet.width - (at === columns.length - 1 ? 0 : gap)

/** A table over as many pages as it needs, its head on each. */
export function drawTable(sheet: Sheet, columns: readonly TableColumn[], rows: readonly TableRow[]) {
  drawHead(sheet, columns)
  for (const { cells, bold } of rows) drawRow(sheet, columns, cells, bold ? 'bold' : 'sans')
}

function drawHead(sheet: Sheet, columns: readonly TableColumn[]) {
  sheet.room(4 * lineHeight)
  const titles = columns.map(({ title }) => title)
  drawRow(sheet, columns, titles, 'bold', false)
}

function drawRow(
  sheet: Sheet,
  columns: readonly TableColumn[],
  cells: readonly string[],
  weight: 'sans' | 'bold',
  headAgain = true,
) {
  const wrapped = columns.map((_, i) =>
    sheet.wrap(cells[i] ?? '', widthOf(sheet, columns, i), { size, weight }),
  )
  const height = Math.max(...wrapped.map(({ length }) => length)) * lineHeight + 5
  if (sheet.room(height) && headAgain) drawHead(sheet, columns)
  let x = 0
  for (const [i, { share, align = 'left' }] of columns.entries()) {
    const width = widthOf(sheet, columns, i)
    for (const [line, text] of (wrapped[i] ?? []).entries())
      sheet.put(text, x, sheet.y + 3 + line * lineHeight, { size, weight, align, width })
    x += share * sheet.width
  }
  sheet.y += height
  sheet.rule()
}
